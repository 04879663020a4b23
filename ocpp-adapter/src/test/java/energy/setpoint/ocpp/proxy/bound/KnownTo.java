package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.core.intent.Ceiling;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A station of which a test says what is known. */
final class KnownTo implements BoundedStation {

  private final Map<Integer, String> running = new TreeMap<>();
  private final Map<Integer, Ceiling> wanted = new TreeMap<>();
  private int evses = 1;
  private boolean directCurrent;
  private Optional<ZoneId> zone = Optional.empty();

  KnownTo withEvses(int count) {
    evses = count;
    return this;
  }

  KnownTo onDc() {
    directCurrent = true;
    return this;
  }

  KnownTo in(String zoneId) {
    zone = Optional.of(ZoneId.of(zoneId));
    return this;
  }

  KnownTo running(int evse, String transaction) {
    running.put(evse, transaction);
    return this;
  }

  KnownTo wanting(int evse, Ceiling ceiling) {
    wanted.put(evse, ceiling);
    return this;
  }

  @Override
  public int evses() {
    return evses;
  }

  @Override
  public boolean directCurrent() {
    return directCurrent;
  }

  @Override
  public int maxStackLevel() {
    return 5;
  }

  @Override
  public Set<Integer> listBusy() {
    return running.keySet();
  }

  @Override
  public Optional<String> findTransaction(int evse) {
    return Optional.ofNullable(running.get(evse));
  }

  @Override
  public Optional<Ceiling> findWanted(int evse, Instant now) {
    return Optional.ofNullable(wanted.get(evse));
  }

  @Override
  public Optional<ZoneId> zone() {
    return zone;
  }
}
