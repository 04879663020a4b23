package energy.setpoint.app.storage.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** An engine reduced to its embedded database, in a JVM of its own that a test may kill. */
final class EngineProcess implements AutoCloseable {

  private final Process process;

  private EngineProcess(Process process) {
    this.process = process;
  }

  /** Returns when the engine has committed one row into the table {@code kept}. */
  static EngineProcess startAndCommit(Path folder, Path cache) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        List.of(
            java.toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            EngineProcess.class.getName(),
            folder.toString(),
            cache.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    boolean committed = process.inputReader().lines().anyMatch("committed"::equals);
    if (!committed) {
      throw new IOException("The engine ended before it had committed.");
    }
    return new EngineProcess(process);
  }

  /** SIGKILL: no shutdown hook runs. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, which runs the same shutdown hooks as Ctrl-C. */
  void terminate() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  public static void main(String[] arguments) throws Exception {
    EmbeddedDatabase database =
        EmbeddedDatabase.start(
            EmbeddedSettings.in(Path.of(arguments[0])).withBinariesCache(Path.of(arguments[1])));
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists kept (value int)");
      statement.execute("insert into kept values (42)");
    }
    System.out.println("committed");
    new CountDownLatch(1).await();
  }
}
