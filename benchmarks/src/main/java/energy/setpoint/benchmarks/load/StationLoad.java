package energy.setpoint.benchmarks.load;

import java.util.Locale;

/**
 * Holds thousands of stations on one process and prints what they cost and how long they wait,
 * beside a server that only echoes, in the same run. Arguments: connections, messages a second,
 * seconds; by default 10000, 2500 and 30.
 */
public final class StationLoad {

  private static final int WARM_UP_SECONDS = 10;

  private final int stations;
  private final int perSecond;
  private final int seconds;

  private StationLoad(int stations, int perSecond, int seconds) {
    this.stations = stations;
    this.perSecond = perSecond;
    this.seconds = seconds;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws InterruptedException {
    var load =
        new StationLoad(
            argument(arguments, 0, 10_000),
            argument(arguments, 1, 2_500),
            argument(arguments, 2, 30));
    System.out.println(
        """
        | server | connections | heap/connection | RSS/connection | messages/s | answered | p50 ms \
        | p99 ms | max ms | CPU | lost |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\
        """);
    load.run("echo");
    load.run("engine");
    System.exit(0);
  }

  private static int argument(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private void run(String kind) throws InterruptedException {
    try (var server = ServerProcess.start(kind, stations);
        var fleet = new Fleet()) {
      long heap = server.heap();
      long resident = server.resident();
      fleet.connect(server.port(), stations);
      double heapEach = (server.heap() - heap) / 1024.0 / stations;
      double residentEach = (server.resident() - resident) / 1024.0 / stations;
      fleet.send(perSecond, WARM_UP_SECONDS);
      double cpu = server.cpuSeconds();
      Latencies latencies = fleet.send(perSecond, seconds);
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.1f KiB | %.1f KiB | %d | %d of %d | %s | %.0f %% | %d |%n",
          kind,
          stations,
          heapEach,
          residentEach,
          perSecond,
          latencies.count(),
          perSecond * seconds,
          latencies.text(),
          (server.cpuSeconds() - cpu) / seconds * 100,
          fleet.lost());
      if (kind.equals("engine")) {
        System.out.println();
        System.out.println("1 kB to all: accepted | p50 ms | p99 ms | max ms");
        System.out.println(server.ask("broadcast"));
        System.out.println("events that reached the engine: " + server.ask("events"));
      }
    }
  }
}
