package energy.setpoint.ocpp.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Payloads as in RFC 7692: raw deflate, flushed, without the four bytes of the flush. */
final class Deflated {

  private static final byte[] FLUSH = {0, 0, (byte) 0xFF, (byte) 0xFF};

  private Deflated() {}

  static byte[] of(String text) {
    try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
      byte[] out = new byte[text.length() + 64];
      int length = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
      return Arrays.copyOf(out, length - FLUSH.length);
    }
  }

  static String read(byte[] payload) throws DataFormatException {
    try (var inflater = new Inflater(true)) {
      byte[] whole = Arrays.copyOf(payload, payload.length + FLUSH.length);
      System.arraycopy(FLUSH, 0, whole, payload.length, FLUSH.length);
      inflater.setInput(whole);
      byte[] out = new byte[10_000];
      return new String(out, 0, inflater.inflate(out), StandardCharsets.UTF_8);
    }
  }
}
