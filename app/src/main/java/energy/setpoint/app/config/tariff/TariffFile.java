package energy.setpoint.app.config.tariff;

import energy.setpoint.app.config.document.ConfigurationException;
import energy.setpoint.app.config.document.Document;
import energy.setpoint.app.config.document.Problems;
import energy.setpoint.core.tariff.Tariff;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A file that says what energy costs. Its content decides how it is read:
 *
 * <ul>
 *   <li>YAML or JSON with the keys of Setpoint ({@code currency}, {@code import}, ...);
 *   <li>JSON with a {@code schedule}, as ACN Portal describes Californian tariffs;
 *   <li>CSV with a time and a price in each line.
 * </ul>
 */
public final class TariffFile {

  private TariffFile() {}

  /**
   * Reads a tariff. Where the demand charge differs by season, the highest is taken.
   *
   * @param zone of the site, for times of day
   * @throws ConfigurationException naming every mistake by file and line
   */
  public static Tariff read(Path file, ZoneId zone) {
    return read(file, zone, Optional.empty());
  }

  /**
   * Reads a tariff with the demand charge that is in force on a date.
   *
   * @param zone of the site, for times of day
   * @throws ConfigurationException naming every mistake by file and line
   */
  public static Tariff read(Path file, ZoneId zone, LocalDate date) {
    return read(file, zone, Optional.of(date));
  }

  /** The same for a file that another one points to: mistakes are added to its problems. */
  public static Optional<Tariff> read(Path file, ZoneId zone, Problems problems) {
    return read(file, zone, Optional.empty(), problems);
  }

  private static Tariff read(Path file, ZoneId zone, Optional<LocalDate> date) {
    Problems problems = new Problems();
    Optional<Tariff> tariff = read(file, zone, date, problems);
    problems.throwIfAny();
    return tariff.orElseThrow();
  }

  private static Optional<Tariff> read(
      Path file, ZoneId zone, Optional<LocalDate> date, Problems problems) {
    Optional<String> text = Document.text(file, problems);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String name = Document.nameOf(file);
    if (PriceCsv.looksLikeCsv(text.get())) {
      return PriceCsv.tariff(name, text.get(), zone, problems);
    }
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
    return Document.parse(name, text.get(), problems)
        .flatMap(section ->
            section.has("schedule")
                ? AcnSchedule.tariff(section, zone, date)
                : TariffSection.tariff(section, folder, zone));
  }
}
