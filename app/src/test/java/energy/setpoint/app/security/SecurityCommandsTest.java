package energy.setpoint.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.cli.Complaints;
import energy.setpoint.ocpp.security.password.PasswordHash;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SecurityCommandsTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsAPasswordAndTheLineForTheSiteFile() {
    int code = run(new PasswordCommand());

    assertThat(code).as(err.toString()).isZero();
    Matcher hash = Pattern.compile("passwordHash: \"(.*)\"").matcher(out.toString());
    assertThat(hash.find()).isTrue();
    assertThat(PasswordHash.parse(hash.group(1)).rounds())
        .isEqualTo(PasswordHash.ROUNDS_FOR_RANDOM);
    assertThat(out.toString()).containsPattern("for the station:   [0-9a-f]{40}\n");
  }

  @Test
  void makesAnAuthorityAndCertificatesAndRevokesThem() {
    String where = "--folder=" + folder.resolve("tls");

    assertThat(run(new CaCommand(), where, "init", "--operator", "Example")).isZero();
    assertThat(run(new CaCommand(), where, "server", "csms.example")).isZero();
    assertThat(run(new CaCommand(), where, "station", "CP1", "--days", "30")).isZero();
    assertThat(run(new CaCommand(), where, "station", "CP1")).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(run(new CaCommand(), where, "revoke", "CP1")).isZero();
    assertThat(run(new CaCommand(), where, "station", "CP1", "--renew")).isZero();

    assertThat(folder.resolve("tls"))
        .isDirectoryContaining("glob:**/authority.pem")
        .isDirectoryContaining("glob:**/revoked.pem");
    assertThat(folder.resolve("tls/certificates"))
        .isDirectoryContaining("glob:**/csms.example.key")
        .isDirectoryContaining("glob:**/CP1.pem");
    assertThat(out.toString()).contains("revoked: 1").doesNotContain("PRIVATE");
  }

  @Test
  void tellsWhatCannotBeDone() {
    String where = "--folder=" + folder.resolve("tls");

    assertThat(run(new CaCommand(), where, "revoke", "CP1")).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(err.toString()).contains("./setpoint ca init");
    run(new CaCommand(), where, "init", "--operator", "Example");
    assertThat(run(new CaCommand(), where, "revoke", "CP1")).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(err.toString()).contains("No certificate in force was signed here for CP1.");
    assertThat(run(new CaCommand(), where, "station", "CP1", "--days", "0"))
        .isEqualTo(Complaints.UNUSABLE_INPUT);
  }

  private int run(Object command, String... arguments) {
    Complaints complaints = new Complaints();
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(complaints)
        .setParameterExceptionHandler(complaints)
        .execute(arguments);
  }
}
