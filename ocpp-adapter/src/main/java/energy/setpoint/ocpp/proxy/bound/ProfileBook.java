package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.ocpp.overheard.CsmsProfile;
import energy.setpoint.ocpp.overheard.ProfileChange.Clear;
import energy.setpoint.ocpp.overheard.Purpose;
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

  private volatile List<Entry> entries = List.of();

  /**
   * @param awaited true until the transaction that it is for has begun
   */
  private record Entry(CsmsProfile profile, boolean awaited) {}

  public List<CsmsProfile> profiles() {
    return entries.stream().map(Entry::profile).toList();
  }

  /**
   * @return the ids of the others whose place it took; empty when there is no room for it
   */
  public Optional<List<Integer>> install(CsmsProfile profile) {
    return add(new Entry(profile, false));
  }

  /**
   * For the next transaction at an EVSE.
   *
   * @return as of {@link #install}
   */
  public Optional<List<Integer>> await(CsmsProfile profile) {
    return add(new Entry(profile, true));
  }

  /** Takes the place of the one with its id, or in its place in the stack (K01.FR.05, .06). */
  private Optional<List<Integer>> add(Entry entry) {
    List<Entry> others = new ArrayList<>(entries);
    others.removeIf(it -> isReplacedBy(it.profile(), entry.profile()));
    if (others.size() >= MAX_PROFILES) {
      return Optional.empty();
    }
    List<Integer> replaced =
        profiles().stream()
            .filter(it -> isReplacedBy(it, entry.profile()))
            .map(CsmsProfile::id)
            .filter(id -> id != entry.profile().id())
            .toList();
    others.add(entry);
    entries = List.copyOf(others);
    return Optional.of(replaced);
  }

  private static boolean isReplacedBy(CsmsProfile old, CsmsProfile fresh) {
    return old.id() == fresh.id()
        || (old.purpose() == fresh.purpose()
            && old.stackLevel() == fresh.stackLevel()
            && old.evse() == fresh.evse());
  }

  public List<CsmsProfile> matching(Clear clear) {
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
      Optional<String> transaction = running.apply(entry.profile().evse());
      if (entry.profile().purpose() != Purpose.TRANSACTION) {
        kept.add(entry);
      } else if (entry.awaited()) {
        kept.add(new Entry(entry.profile(), transaction.isEmpty()));
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

  private static boolean isFor(CsmsProfile profile, Optional<String> transaction) {
    return transaction
        .filter(id -> profile.transactionId().map(id::equals).orElse(true))
        .isPresent();
  }
}
