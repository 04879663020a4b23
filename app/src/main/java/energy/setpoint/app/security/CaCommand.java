package energy.setpoint.app.security;

import energy.setpoint.app.pki.AuthorityFolder;
import energy.setpoint.app.pki.AuthorityFolder.Existing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code setpoint ca}: a certificate authority in a folder, for sites that have no other. */
@Command(
    name = "ca",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(init | server | station | revoke)",
    description = {
      "Keeps a small certificate authority in a folder: its root, certificates for the server and",
      "for stations, and the list of those that are revoked. A running server takes up changes."
    })
public final class CaCommand implements Runnable {

  private static final int USUAL_DAYS = 365;

  private static final String RENEW = "Replaces an earlier certificate and its key.";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = "tls",
      description = "Where the authority lives; default: ${DEFAULT-VALUE}.")
  private Path folder = Path.of("tls");

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(out());
  }

  @Command(
      name = "init",
      mixinStandardHelpOptions = true,
      description = "Makes the root, its key, and an empty revocation list.")
  int init(
      @Option(
              names = "--operator",
              required = true,
              paramLabel = "NAME",
              description = "The operator's name; stands in every certificate.")
          String operator)
      throws IOException {
    AuthorityFolder made = AuthorityFolder.create(folder, operator, InstantSource.system());
    tell("root, to be installed in stations: " + made.root());
    tell("revoked certificates:              " + made.revocations());
    return 0;
  }

  @Command(
      name = "server",
      mixinStandardHelpOptions = true,
      description = "Makes a key and a certificate for the server.")
  int server(
      @Parameters(paramLabel = "HOST", description = "As stations name it in their URL.")
          String host,
      @Option(names = "--days", paramLabel = "DAYS", defaultValue = "" + USUAL_DAYS) int days,
      @Option(names = "--renew", description = RENEW) boolean renew)
      throws IOException {
    tell(
        "certificate, its key beside it: "
            + authority().issueForServer(host, validity(days), existing(renew)));
    return 0;
  }

  @Command(
      name = "station",
      mixinStandardHelpOptions = true,
      description = "Makes a key and a certificate for a station that cannot ask over OCPP.")
  int station(
      @Parameters(paramLabel = "STATION", description = "The station's id.") String station,
      @Option(names = "--days", paramLabel = "DAYS", defaultValue = "" + USUAL_DAYS) int days,
      @Option(names = "--renew", description = RENEW) boolean renew)
      throws IOException {
    tell(
        "certificate, its key beside it: "
            + authority().issueForStation(station, validity(days), existing(renew)));
    return 0;
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Revokes every certificate that was signed for a station or a host.")
  int revoke(@Parameters(paramLabel = "NAME", description = "The station's id.") String name)
      throws IOException {
    int count = authority().revoke(name);
    if (count == 0) {
      throw new IllegalArgumentException(
          "No certificate in force was signed here for " + name + ".");
    }
    tell("revoked: " + count);
    return 0;
  }

  private static Existing existing(boolean renew) {
    return renew ? Existing.REPLACE : Existing.KEEP;
  }

  private static Duration validity(int days) {
    if (days < 1 || days > 3650) {
      throw new IllegalArgumentException("--days is " + days + ", expected 1 to 3650.");
    }
    return Duration.ofDays(days);
  }

  private AuthorityFolder authority() throws IOException {
    return AuthorityFolder.open(folder, InstantSource.system());
  }

  private void tell(String line) {
    PrintWriter out = out();
    out.println(line);
    out.flush();
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
