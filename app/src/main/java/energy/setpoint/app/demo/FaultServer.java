package energy.setpoint.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.world.WorldControl;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Breaks and heals parts of the simulated world over HTTP, on this machine only: {@code POST} or
 * {@code DELETE /faults/broker}, {@code /faults/modbus}, {@code /faults/stations/ID}; {@code GET
 * /faults} tells what is broken.
 */
final class FaultServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FaultServer.class);

  private static final String STATIONS = "/faults/stations/";

  private final HttpServer server;
  private final WorldControl world;
  private final List<StationId> stations;
  private final Set<String> broken = new TreeSet<>();

  private FaultServer(HttpServer server, WorldControl world, List<StationId> stations) {
    this.server = server;
    this.world = world;
    this.stations = stations;
  }

  static FaultServer start(int port, WorldControl world, List<StationId> stations)
      throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    FaultServer faults = new FaultServer(server, world, stations);
    server.createContext("/faults", faults::handle);
    server.start();
    return faults;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    allowPagesOfThisMachine(exchange);
    try {
      switch (exchange.getRequestMethod()) {
        case "OPTIONS" -> answer(exchange, 204, "");
        case "GET" -> answer(exchange, 200, state());
        case "POST" -> change(exchange, true);
        case "DELETE" -> change(exchange, false);
        default -> answer(exchange, 405, "{\"detail\":\"POST, DELETE or GET\"}");
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
      answer(exchange, 500, "{\"detail\":\"that did not work; the demo's log says why\"}");
    }
  }

  private static void allowPagesOfThisMachine(HttpExchange exchange) {
    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Origin"))
        .filter(origin -> origin.matches("http://(localhost|127\\.0\\.0\\.1)(:\\d+)?"))
        .ifPresent(origin -> {
          var headers = exchange.getResponseHeaders();
          headers.set("Access-Control-Allow-Origin", origin);
          headers.set("Access-Control-Allow-Methods", "GET, POST, DELETE");
          headers.set("Vary", "Origin");
        });
  }

  private synchronized void change(HttpExchange exchange, boolean breakIt) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!isKnown(path)) {
      answer(exchange, 404, "{\"detail\":\"nothing in this world is called " + path + "\"}");
      return;
    }
    boolean changed = breakIt ? broken.add(path) : broken.remove(path);
    if (changed) {
      LOG.info("{} {}", breakIt ? "Broken:" : "Healed:", path);
      apply(path, breakIt);
    }
    answer(exchange, 200, state());
  }

  private boolean isKnown(String path) {
    return path.equals("/faults/broker")
        || path.equals("/faults/modbus")
        || stations.stream().anyMatch(station -> path.equals(STATIONS + station));
  }

  private void apply(String path, boolean breakIt) throws IOException {
    if (path.startsWith(STATIONS)) {
      String station = path.substring(STATIONS.length());
      if (breakIt) {
        world.killStation(station);
      } else {
        world.reviveStation(station);
      }
    } else if (path.endsWith("broker")) {
      if (breakIt) {
        world.killBroker();
      } else {
        world.reviveBroker();
      }
    } else if (breakIt) {
      world.killModbus();
    } else {
      world.reviveModbus();
    }
  }

  private synchronized String state() {
    String perStation =
        stations.stream()
            .map(station -> "\"" + station + "\":" + broken.contains(STATIONS + station))
            .collect(Collectors.joining(","));
    return "{\"broker\":%s,\"modbus\":%s,\"stations\":{%s}}"
        .formatted(
            broken.contains("/faults/broker"), broken.contains("/faults/modbus"), perStation);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var stream = exchange.getResponseBody()) {
      stream.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
