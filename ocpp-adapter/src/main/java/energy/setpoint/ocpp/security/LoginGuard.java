package energy.setpoint.ocpp.security;

import energy.setpoint.ocpp.security.password.LockOuts;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says who has failed too often and must wait, by station and by address.
 *
 * <p>Somebody who knows a station's name could keep it out by failing in its name. So a station is
 * not held to its own pause at the address from which it came in last; there only the address's
 * pause counts.
 */
final class LoginGuard {

  /** A mistyped password is noticed after a few attempts. */
  private static final int FREE_FOR_STATION = 5;

  /** Behind one address there may be a whole depot. */
  private static final int FREE_FOR_ADDRESS = 20;

  private static final int LONGEST_NAME = 48;

  private static final int MOST_REMEMBERED = 20_000;

  private final LockOuts stations;
  private final LockOuts addresses;
  private final Map<String, String> lastGood = new ConcurrentHashMap<>();

  LoginGuard(InstantSource clock) {
    stations = new LockOuts(FREE_FOR_STATION, MOST_REMEMBERED, clock);
    addresses = new LockOuts(FREE_FOR_ADDRESS, MOST_REMEMBERED, clock);
  }

  Optional<Duration> findPauseOfStation(Visitor visitor) {
    return isAtHome(visitor) ? Optional.empty() : stations.findPause(nameOf(visitor));
  }

  Optional<Duration> findPauseOfAddress(Visitor visitor) {
    return addresses.findPause(keyOf(visitor.address()));
  }

  private boolean isAtHome(Visitor visitor) {
    return keyOf(visitor.address()).equals(lastGood.get(visitor.name()));
  }

  /** Notes a wrong password; the longer of the pauses that it costs, if any. */
  Optional<Duration> failed(Visitor visitor) {
    Duration ofStation = stations.failed(nameOf(visitor)).orElse(Duration.ZERO);
    Duration ofAddress = addresses.failed(keyOf(visitor.address())).orElse(Duration.ZERO);
    Duration longer = ofStation.compareTo(ofAddress) > 0 ? ofStation : ofAddress;
    return Optional.of(longer).filter(Duration::isPositive);
  }

  /** Only for known stations, so that what is remembered stays bounded. */
  void succeeded(Visitor visitor) {
    String address = keyOf(visitor.address());
    stations.succeeded(nameOf(visitor));
    addresses.succeeded(address);
    lastGood.put(visitor.name(), address);
  }

  int lockedStations() {
    return stations.locked();
  }

  int lockedAddresses() {
    return addresses.locked();
  }

  /** No station's name is longer than this, and nobody shall fill our memory with longer ones. */
  private static String nameOf(Visitor visitor) {
    String name = visitor.name();
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  /** Whoever has one IPv6 address has 2^64 of them. */
  private static String keyOf(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
  }
}
