package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.ocpp.composite.CompositeRules;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.overheard.ProfileChange.Clear;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The profiles of the CSMS for one station. One thread at a time may change it; any thread may
 * read.
 */
public final class ProfileBook {

  /** Far more than stations take; more are rejected. */
  private static final int MAX_PROFILES = 100;

  private final CompositeRules rules;
  private volatile List<Entry> entries = List.of();

  public ProfileBook(CompositeRules rules) {
    this.rules = rules;
  }

  /** Where a profile is. */
  private enum Whereabouts {
    HERE,
    /** Until the transaction that it is for has begun. */
    AWAITED,
    STATION
  }

  private record Entry(ChargingProfile profile, Whereabouts where) {}

  public List<ChargingProfile> profiles() {
    return entries.stream().map(Entry::profile).toList();
  }

  /** Those that the station has, too. */
  public List<ChargingProfile> inStation() {
    return entries.stream()
        .filter(it -> it.where() == Whereabouts.STATION)
        .map(Entry::profile)
        .toList();
  }

  /** False when there are too many; what is in the station or in the store must be added anyway. */
  public boolean hasRoomFor(ChargingProfile profile) {
    return entries.stream().filter(it -> !isReplacedBy(it.profile(), profile)).count()
        < MAX_PROFILES;
  }

  /** How many the station would keep beside another one. */
  public long countInStationBeside(ChargingProfile profile) {
    return inStation().stream().filter(it -> !isReplacedBy(it, profile)).count();
  }

  /**
   * @return the ids of the others whose place it took
   */
  public List<Integer> install(ChargingProfile profile) {
    return add(new Entry(profile, Whereabouts.HERE));
  }

  /**
   * One that the station has taken.
   *
   * @return as of {@link #install}
   */
  public List<Integer> installInStation(ChargingProfile profile) {
    return add(new Entry(profile, Whereabouts.STATION));
  }

  /**
   * For the next transaction at an EVSE.
   *
   * @return as of {@link #install}
   */
  public List<Integer> await(ChargingProfile profile) {
    return add(new Entry(profile, Whereabouts.AWAITED));
  }

  /**
   * Takes the place of the one with its id (K01.FR.05), and of those in its place in the stack: in
   * 1.6 of all (section 3.13.2), in 2.x of those beside which it could not be (K01.FR.06).
   */
  private List<Integer> add(Entry entry) {
    List<Entry> others = new ArrayList<>(entries);
    others.removeIf(it -> isReplacedBy(it.profile(), entry.profile()));
    List<Integer> replaced =
        profiles().stream()
            .filter(it -> isReplacedBy(it, entry.profile()))
            .map(ChargingProfile::id)
            .filter(id -> id != entry.profile().id())
            .toList();
    others.add(entry);
    entries = List.copyOf(others);
    return replaced;
  }

  private boolean isReplacedBy(ChargingProfile old, ChargingProfile fresh) {
    boolean samePlace =
        old.purpose() == fresh.purpose()
            && old.stackLevel() == fresh.stackLevel()
            && old.evseId() == fresh.evseId();
    return old.id() == fresh.id()
        || (samePlace && (rules.sameStackLevelReplaces() || old.isValidTogetherWith(fresh)));
  }

  public List<ChargingProfile> matching(Clear clear) {
    return profiles().stream().filter(clear::matches).toList();
  }

  public void remove(int id) {
    entries = entries.stream().filter(it -> it.profile().id() != id).toList();
  }

  /**
   * Ids of profiles.
   *
   * @param begun those whose awaited transaction has begun
   * @param gone those whose transaction has ended
   */
  public record Followed(List<Integer> begun, List<Integer> gone) {}

  /**
   * Lets go of the profiles whose transactions have ended.
   *
   * @param running the transaction at an EVSE
   */
  public Followed follow(IntFunction<Optional<String>> running) {
    List<Entry> kept = new ArrayList<>();
    List<Integer> begun = new ArrayList<>();
    List<Integer> gone = new ArrayList<>();
    for (Entry entry : entries) {
      Optional<String> transaction = running.apply(entry.profile().evseId());
      if (entry.profile().purpose() != ProfilePurpose.TX) {
        kept.add(entry);
      } else if (entry.where() == Whereabouts.AWAITED) {
        kept.add(transaction.isEmpty() ? entry : new Entry(entry.profile(), Whereabouts.HERE));
        transaction.ifPresent(it -> begun.add(entry.profile().id()));
      } else if (isFor(entry.profile(), transaction)) {
        kept.add(entry);
      } else {
        gone.add(entry.profile().id());
      }
    }
    entries = List.copyOf(kept);
    return new Followed(begun, gone);
  }

  private static boolean isFor(ChargingProfile profile, Optional<String> transaction) {
    return transaction
        .filter(id -> profile.transactionId().map(id::equals).orElse(true))
        .isPresent();
  }
}
