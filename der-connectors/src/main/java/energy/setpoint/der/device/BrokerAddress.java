package energy.setpoint.der.device;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an MQTT broker is, and how it is entered. Two devices with equal addresses share one
 * connection.
 *
 * @param url such as {@code tcp://localhost:1883} or {@code ssl://broker:8883}; {@code mqtt} and
 *     {@code mqtts} are taken as {@code tcp} and {@code ssl}
 * @param authorities a PEM file with the certificates that may have signed that of the broker;
 *     those of the Java runtime where it is absent
 * @param certificate our own, for brokers that ask for one
 */
public record BrokerAddress(
    String url,
    Protocol protocol,
    Optional<Login> login,
    Optional<Path> authorities,
    Optional<ClientCertificate> certificate) {

  private static final Pattern URL = Pattern.compile("(tcp|ssl|ws|wss)://[^/\\s]+/?");

  public BrokerAddress {
    url = url.replaceFirst("^mqtt://", "tcp://").replaceFirst("^mqtts://", "ssl://");
    if (url.contains("@")) {
      // Not shown: a password may stand there.
      throw new IllegalArgumentException(
          "The address of the broker contains '@'; expected the user beside the address.");
    }
    if (!URL.matcher(url).matches()) {
      throw new IllegalArgumentException(
          "The broker is '" + url + "'; expected an address such as tcp://host:1883.");
    }
    if (!isEncrypted(url) && (authorities.isPresent() || certificate.isPresent())) {
      throw new IllegalArgumentException(
          "The broker is '" + url + "', without TLS; expected mqtts:// where certificates are.");
    }
  }

  /** A broker of any version that lets everybody in. */
  public static BrokerAddress open(String url) {
    return new BrokerAddress(
        url, Protocol.AUTO, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether the connection uses TLS. */
  public boolean isEncrypted() {
    return isEncrypted(url);
  }

  private static boolean isEncrypted(String url) {
    return url.startsWith("ssl:") || url.startsWith("wss:");
  }

  /** The version of MQTT. */
  public enum Protocol {
    /** 5 where the broker speaks it, else 3.1.1. */
    AUTO("auto"),
    MQTT_3_1_1("3.1.1"),
    MQTT_5("5");

    private final String key;

    Protocol(String key) {
      this.key = key;
    }

    /** How site files write it. */
    public String key() {
      return key;
    }
  }

  /** A user of the broker. */
  public record Login(String user, PasswordSource password) {}

  /**
   * What we show to the broker.
   *
   * @param chain a PEM file, our own certificate first
   * @param key a PEM file with its private key, PKCS#8, not encrypted
   */
  public record ClientCertificate(Path chain, Path key) {}
}
