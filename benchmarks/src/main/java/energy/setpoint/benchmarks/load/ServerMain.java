package energy.setpoint.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The process of a server: prints its port, then answers commands until its input ends. */
final class ServerMain {

  private ServerMain() {}

  /**
   * Runs it.
   *
   * @param arguments {@code engine} or {@code echo}, and how many stations there are
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int stations = Integer.parseInt(arguments[1]);
    switch (arguments[0]) {
      case "engine" -> {
        EngineServer engine = EngineServer.start(stations);
        System.out.println(engine.port());
        serve(command ->
            switch (command) {
              case "broadcast" -> {
                Latencies accepted = engine.broadcast();
                yield accepted.count() + " | " + accepted.text();
              }
              case "events" -> Long.toString(engine.events());
              default -> throw new IllegalArgumentException(command);
            });
      }
      case "echo" -> {
        System.out.println(EchoServer.start());
        serve(command -> {
          throw new IllegalArgumentException(command);
        });
      }
      default -> throw new IllegalArgumentException("What is " + arguments[0] + "?");
    }
    System.exit(0);
  }

  private static void serve(Command own) throws IOException, InterruptedException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String command = input.readLine(); command != null; command = input.readLine()) {
      System.out.println(command.equals("heap") ? Long.toString(heap()) : own.answer(command));
    }
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private interface Command {
    String answer(String command) throws InterruptedException;
  }
}
