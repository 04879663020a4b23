package energy.setpoint.app.security;

import energy.setpoint.ocpp.security.password.PasswordHash;
import energy.setpoint.ocpp.security.password.StationPassword;
import java.io.Console;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code setpoint password}: a new password for a station, and its line for the site file. */
@Command(
    name = "password",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a random password for a station (security profiles 1 and 2) and prints it with the",
      "line for the site file, which holds only a salted hash. It is printed once and kept nowhere."
    })
public final class PasswordCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--own",
      description = "Ask for a password that the station has already, 16 to 64 characters.")
  private boolean own;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    SecureRandom random = new SecureRandom();
    if (own) {
      print(out, PasswordHash.of(ask(), PasswordHash.ROUNDS_FOR_CHOSEN, random));
    } else {
      String password = StationPassword.random(random);
      out.println("for the station:   " + password);
      out.println("                   (BasicAuthPassword in OCPP 2.x, AuthorizationKey in 1.6)");
      print(out, PasswordHash.of(password, PasswordHash.ROUNDS_FOR_RANDOM, random));
    }
    out.flush();
    return 0;
  }

  private static void print(PrintWriter out, PasswordHash hash) {
    out.println("for the site file: passwordHash: \"" + hash + "\"");
  }

  /** Not as an argument, where other users of the machine and the shell's history would see it. */
  private static String ask() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new IllegalArgumentException("A password can only be asked for on a terminal.");
    }
    char[] password = console.readPassword("Password of the station: ");
    return password == null ? "" : new String(password);
  }
}
