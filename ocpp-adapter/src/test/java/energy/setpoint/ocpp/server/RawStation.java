package energy.setpoint.ocpp.server;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A station that speaks WebSocket byte by byte, so that it can misbehave. */
final class RawStation implements AutoCloseable {

  static final int TEXT = 0x81;
  static final int COMPRESSED_TEXT = 0xC1;
  static final int CLOSE = 0x88;
  static final int PING = 0x89;
  static final int PONG = 0x8A;

  private final Socket socket = new Socket();
  private final DataInputStream in;

  RawStation(int port) throws IOException {
    socket.setReceiveBufferSize(4096);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    in = new DataInputStream(socket.getInputStream());
  }

  /** Sends a request and reads the head of the response. */
  String request(String... lines) throws IOException {
    send((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  String upgrade(String path, String... moreHeaders) throws IOException {
    String[] lines = {
      "GET " + path + " HTTP/1.1",
      "Host: localhost",
      "Connection: keep-alive, Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      String.join("\r\n", moreHeaders)
    };
    return request(lines);
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** A masked frame with a mask of zeros. */
  void sendFrame(int firstByte, byte[] payload) throws IOException {
    var frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) firstByte);
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    }
    frame.putInt(0).put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    send(bytes);
  }

  Frame read() throws IOException {
    int firstByte = in.readUnsignedByte();
    int length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    }
    byte[] payload = new byte[length];
    in.readFully(payload);
    return new Frame(firstByte, payload);
  }

  /** Says that nothing more will come; what the server still sends can be read. */
  void endSending() throws IOException {
    socket.shutdownOutput();
  }

  /** True when the server has ended the connection. */
  boolean isAtEnd() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  record Frame(int firstByte, byte[] payload) {
    int closeCode() {
      return ByteBuffer.wrap(payload).getShort();
    }
  }
}
