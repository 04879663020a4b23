package energy.setpoint.ocpp.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * A station that sends nonsense as fast as it is taken, and comes back whenever it is thrown out.
 */
final class FuzzingStation {

  private final int port;
  private final String path;
  private final String subprotocol;
  private final Random random;
  private int connections;

  FuzzingStation(int port, String path, String subprotocol, Random random) {
    this.port = port;
    this.path = path;
    this.subprotocol = subprotocol;
    this.random = random;
  }

  /**
   * Sends frames until there are enough, and reads what comes back so that it is no slow reader.
   */
  void send(BooleanSupplier enough) throws IOException, InterruptedException {
    Mutants mutants = Mutants.of(subprotocol.substring("ocpp".length()), random);
    while (!enough.getAsBoolean()) {
      try (var station = new RawStation(port)) {
        station.upgrade(path, "Sec-WebSocket-Protocol: " + subprotocol);
        connections++;
        var thrownOut = new AtomicBoolean();
        Thread reader = Thread.startVirtualThread(() -> readUntilThrownOut(station, thrownOut));
        sendSome(station, mutants, () -> thrownOut.get() || enough.getAsBoolean());
        station.endSending();
        reader.join();
      }
    }
  }

  /** How often it had to come back. */
  int connections() {
    return connections;
  }

  private void sendSome(RawStation station, Mutants mutants, BooleanSupplier over) {
    try {
      while (!over.getAsBoolean()) {
        station.sendFrame(firstByte(), mutants.next().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException thrownOut) {
      // As it deserved.
    }
  }

  /** Now and then a frame that is no text, is compressed without leave, or is no frame at all. */
  private int firstByte() {
    return random.nextInt(200) == 0 ? random.nextInt(256) : RawStation.TEXT;
  }

  private static void readUntilThrownOut(RawStation station, AtomicBoolean thrownOut) {
    try {
      while (station.read().firstByte() != RawStation.CLOSE) {
        // Only read.
      }
    } catch (IOException gone) {
      // Nothing more to read.
    }
    thrownOut.set(true);
  }
}
