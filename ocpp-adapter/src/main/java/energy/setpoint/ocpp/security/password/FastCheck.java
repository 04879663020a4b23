package energy.setpoint.ocpp.security.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Recognises a password that was checked slowly before, in microseconds, so that 10,000 stations
 * can come back at once after a power failure. It keeps a keyed digest for each station, in memory
 * only, under a key that dies with the process.
 */
public final class FastCheck {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();

  public FastCheck(RandomGenerator source) {
    byte[] bytes = new byte[32];
    source.nextBytes(bytes);
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /** Call it only with a password that was right. */
  public void remember(String station, byte[] password) {
    known.put(station, digest(station, password));
  }

  /** False may also mean that nothing is remembered. */
  public boolean recognises(String station, byte[] password) {
    byte[] right = known.get(station);
    return right != null && MessageDigest.isEqual(right, digest(station, password));
  }

  private byte[] digest(String station, byte[] password) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(station.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(password);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM + ".", e);
    }
  }
}
