package energy.setpoint.app.config.feed;

import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code prices} of a site file. */
public final class FeedSection {

  /** The auction's results are out at about 12:45 in Central Europe. */
  private static final LocalTime USUAL_HOUR = LocalTime.of(12, 50);

  private static final Kind<URI> ADDRESS =
      Kind.of(
          "an address such as https://api.energy-charts.info",
          URI.create("http://x"),
          text -> {
            URI address = URI.create(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (!web || address.getHost() == null || address.getRawQuery() != null) {
              throw new IllegalArgumentException(text);
            }
            return address;
          });

  private static final Kind<String> EIC =
      Kind.of(
          "an EIC of 16 letters, digits and - such as 10Y1001A1001A82H",
          "?",
          text -> {
            if (!text.matches("[0-9]{2}[A-Z][0-9A-Z-]{13}")) {
              throw new IllegalArgumentException(text);
            }
            return text;
          });

  private static final Kind<String> ZONE =
      Kind.of(
          "a bidding zone such as DE-LU",
          "?",
          text -> {
            if (!text.matches("[A-Za-z0-9-]{2,20}")) {
              throw new IllegalArgumentException(text);
            }
            return text;
          });

  private static final List<String> SOURCES = List.of("energy-charts", "awattar", "entsoe", "csv");

  private final Section section;
  private final Path folder;

  private FeedSection(Section section, Path folder) {
    this.section = section;
    this.folder = folder;
  }

  /**
   * What the section says; nothing where the site file has none.
   *
   * @param folder in which the files are looked for
   */
  public static Optional<FeedSettings> read(Section root, Path folder) {
    return root.has("prices")
        ? new FeedSection(root.section("prices"), folder).settings()
        : Optional.empty();
  }

  private Optional<FeedSettings> settings() {
    String name = section.read("source", Kinds.nameOf("a source of prices", SOURCES));
    PriceSource source = source(name);
    double addPerKwh = section.read("addPerKwh", Kinds.number(), 0.0);
    double factor = section.read("factor", Kinds.aboveUpTo(0, 10), 1.0);
    LocalTime publishedAt = section.read("publishedAt", Kinds.TIME_OF_DAY, USUAL_HOUR);
    return section.build(() -> new FeedSettings(source, addPerKwh, factor, publishedAt));
  }

  private PriceSource source(String name) {
    return switch (name) {
      case "awattar" -> {
        String zone = section.read("zone", Kinds.nameOf("a country", List.of("DE", "AT")), "DE");
        yield new PriceSource.Awattar(
            address(zone.equals("AT") ? "https://api.awattar.at" : "https://api.awattar.de"), zone);
      }
      case "entsoe" ->
          new PriceSource.Entsoe(
              address("https://web-api.tp.entsoe.eu"), section.read("zone", EIC), token());
      case "csv" ->
          new PriceSource.CsvFile(
              folder.resolve(section.read("file", Kinds.TEXT.described("the name of a CSV file"))));
      default ->
          new PriceSource.EnergyCharts(
              address("https://api.energy-charts.info"), section.read("zone", ZONE, "DE-LU"));
    };
  }

  private URI address(String usual) {
    return section.read("address", ADDRESS, URI.create(usual));
  }

  private Token token() {
    if (section.has("tokenFile")) {
      return new Token.InFile(folder.resolve(section.read("tokenFile", Kinds.TEXT)));
    }
    String variable = section.read("tokenEnv", Kinds.TEXT, "ENTSOE_TOKEN");
    return new Token.InEnvironment(variable, System.getenv());
  }
}
