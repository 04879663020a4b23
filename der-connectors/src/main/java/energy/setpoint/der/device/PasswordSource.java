package energy.setpoint.der.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where a password is kept. It is read for each connection, so that a new one needs no restart, and
 * this value can be printed without giving it away.
 */
public sealed interface PasswordSource {

  /**
   * The password.
   *
   * @throws IOException when there is none; names the place, never what stands there
   */
  char[] read() throws IOException;

  /** In a variable of the environment. */
  record InVariable(String name) implements PasswordSource {

    @Override
    public char[] read() throws IOException {
      String password = System.getenv(name);
      if (password == null || password.isEmpty()) {
        throw new IOException("the environment variable " + name + " with the password is empty");
      }
      return password.toCharArray();
    }
  }

  /** In the first line of a file. */
  record InFile(Path file) implements PasswordSource {

    @Override
    public char[] read() throws IOException {
      String password;
      try {
        password = Files.readString(file).lines().findFirst().orElse("");
      } catch (NoSuchFileException e) {
        throw new IOException("the password file " + file + " does not exist", e);
      }
      if (password.isEmpty()) {
        throw new IOException("the password file " + file + " has an empty first line");
      }
      return password.toCharArray();
    }
  }
}
