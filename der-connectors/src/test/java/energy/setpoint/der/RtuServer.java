package energy.setpoint.der;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A serial server with one Modbus device behind it: passes RTU frames through TCP (Modbus over
 * serial line V1.02, section 2.5). Answers function 3 and 6 of its unit and is silent for others.
 */
final class RtuServer implements AutoCloseable {

  private final int unit;
  private final Map<Integer, Integer> registers = new ConcurrentHashMap<>();
  private final List<String> writes = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private volatile boolean noisy;

  RtuServer(int unit) {
    this.unit = unit;
    try {
      server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  RtuServer set(int address, int... words) {
    for (int i = 0; i < words.length; i++) {
      registers.put(address + i, words[i]);
    }
    return this;
  }

  /** From now on a bit of every answer is lost on the line. */
  RtuServer onANoisyLine() {
    noisy = true;
    return this;
  }

  /** Such as {@code 41=2500}. */
  List<String> writes() {
    return List.copyOf(writes);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] request = new byte[8];
      while (true) {
        in.readFully(request);
        if (crc(request, 8) == 0 && request[0] == unit) {
          socket.getOutputStream().write(answer(request));
        }
      }
    } catch (IOException e) {
      // The client went away.
    }
  }

  private byte[] answer(byte[] request) {
    int address = word(request, 2);
    int count = word(request, 4);
    if (request[1] == 6) {
      writes.add(address + "=" + count);
      registers.put(address, count);
      return request;
    }
    byte[] frame = new byte[5 + 2 * count];
    frame[0] = request[0];
    frame[1] = request[1];
    frame[2] = (byte) (2 * count);
    for (int i = 0; i < count; i++) {
      int word = registers.getOrDefault(address + i, 0);
      frame[3 + 2 * i] = (byte) (word >>> 8);
      frame[4 + 2 * i] = (byte) word;
    }
    int crc = crc(frame, frame.length - 2);
    frame[frame.length - 2] = (byte) crc;
    frame[frame.length - 1] = (byte) (crc >>> 8);
    if (noisy) {
      frame[3] ^= 0x10;
    }
    return frame;
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }

  /** CRC-16 of the specification's appendix B; 0 over a frame with its checksum. */
  private static int crc(byte[] bytes, int length) {
    int crc = 0xFFFF;
    for (byte b : Arrays.copyOf(bytes, length)) {
      crc ^= b & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xA001 : crc >>> 1;
      }
    }
    return crc;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
