package energy.setpoint.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a demo keeps its files: a folder of the user's choice, or one that is gone afterwards. */
final class DemoFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DemoFolder.class);

  private final Path folder;
  private final boolean kept;

  private DemoFolder(Path folder, boolean kept) {
    this.folder = folder;
    this.kept = kept;
  }

  static DemoFolder open(Optional<Path> chosen) throws IOException {
    return chosen.isPresent()
        ? new DemoFolder(Files.createDirectories(chosen.get()).toAbsolutePath(), true)
        : new DemoFolder(Files.createTempDirectory("setpoint-demo-"), false);
  }

  /** Copies the sample site with the ports of this demo. */
  Path writeSite(Path samples, DemoPorts ports) throws IOException {
    String site =
        Files.readString(samples.resolve("site.yaml"))
            .replace(":18830", ":" + ports.mqtt)
            .replace("port: 15020", "port: " + ports.modbus);
    Files.copy(
        samples.resolve("tariff.yaml"),
        folder.resolve("tariff.yaml"),
        StandardCopyOption.REPLACE_EXISTING);
    return Files.writeString(folder.resolve("site.yaml"), site);
  }

  Path data() {
    return folder.resolve("data");
  }

  Path wireLog() {
    return folder.resolve("wire.log");
  }

  Path engineLog() {
    return folder.resolve("engine.log");
  }

  Path fuses() {
    return folder.resolve("fuses.csv");
  }

  boolean isKept() {
    return kept;
  }

  @Override
  public void close() {
    if (kept) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      LOG.warn("The folder {} could not be removed: {}", folder, e.toString());
    }
  }
}
