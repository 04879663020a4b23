package energy.setpoint.app.config.station;

import energy.setpoint.app.config.document.ConfigurationException;
import energy.setpoint.app.config.document.Document;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Problems;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.traits.Quirk;
import energy.setpoint.ocpp.traits.Quirks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads lists of quirks: what stations of a kind do, whatever they say. {@code
 * docs/ocpp/stations.md} describes every key.
 */
public final class QuirkFile {

  private static final String BUNDLED = "quirks.yaml";

  private QuirkFile() {}

  /** The list that comes with the program. */
  public static Quirks bundled() {
    Problems problems = new Problems();
    Quirks quirks = parse(BUNDLED, bundledText(), problems);
    problems.throwIfAny();
    return quirks;
  }

  /**
   * A list of somebody's own.
   *
   * @throws ConfigurationException naming every mistake by file, line and key
   */
  public static Quirks read(Path file) {
    Problems problems = new Problems();
    Quirks quirks = read(file, problems);
    problems.throwIfAny();
    return quirks;
  }

  /** The same for a file that another one points to: mistakes are added to its problems. */
  public static Quirks read(Path file, Problems problems) {
    return Document.text(file, problems)
        .map(text -> parse(Document.nameOf(file), text, problems))
        .orElse(Quirks.NONE);
  }

  private static String bundledText() {
    try (InputStream list = QuirkFile.class.getResourceAsStream(BUNDLED)) {
      return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The program is incomplete: " + BUNDLED, e);
    }
  }

  private static Quirks parse(String file, String text, Problems problems) {
    return Document.parse(file, text, problems).map(QuirkFile::quirks).orElse(Quirks.NONE);
  }

  private static Quirks quirks(Section root) {
    List<Quirk> quirks = new ArrayList<>();
    root.sections("quirks").forEach(entry -> quirk(entry).ifPresent(quirks::add));
    root.build(() -> quirks);
    return new Quirks(quirks);
  }

  private static Optional<Quirk> quirk(Section entry) {
    String vendor = entry.read("vendor", Kinds.TEXT);
    String model = entry.read("model", Kinds.TEXT, "*");
    String firmware = entry.read("firmware", Kinds.TEXT, "*");
    String because = entry.read("because", Kinds.TEXT);
    TraitClaims claims = TraitKeys.read(entry);
    if (entry.isSound() && claims.equals(TraitClaims.NONE)) {
      entry.problem("says nothing of what these stations do, expected keys such as rateUnits.");
    }
    return entry.build(() -> new Quirk(vendor, model, firmware, claims, because));
  }
}
