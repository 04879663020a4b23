package energy.setpoint.app.config.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the secret lies with which a service knows its customer; it stands in no site file. */
public sealed interface Token {

  /** The secret as it is now; empty when there is none, or when it cannot be read. */
  Optional<String> find();

  /** A variable of the process. */
  record InEnvironment(String variable, Map<String, String> environment) implements Token {

    public InEnvironment {
      environment = Map.copyOf(environment);
    }

    @Override
    public Optional<String> find() {
      return Optional.ofNullable(environment.get(variable))
          .map(String::strip)
          .filter(text -> !text.isEmpty());
    }

    /** Without the values: they are secrets. */
    @Override
    public String toString() {
      return "the environment variable " + variable;
    }
  }

  /** The content of a file, which is read anew each time, so that it may be replaced. */
  record InFile(Path file) implements Token {

    @Override
    public Optional<String> find() {
      try {
        return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return "the file " + file;
    }
  }
}
