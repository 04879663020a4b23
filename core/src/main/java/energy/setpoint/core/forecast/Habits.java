package energy.setpoint.core.forecast;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What vehicles usually take and how long they usually stay, for those of which nobody tells: by
 * the past of the same id token, else of the same EVSE, else of all. Visits that a vehicle has
 * already outdone do not count. Bounded in memory.
 */
public final class Habits {

  private static final int REMEMBERED_OF_EACH = 30;
  private static final int REMEMBERED_OF_ALL = 300;
  private static final int TOKENS_REMEMBERED = 10_000;

  /** Somebody who came so often is known. */
  private static final int FEWEST_OF_TOKEN = 4;

  /** At an EVSE, or on a site, many different come. */
  private static final int FEWEST_OF_PLACE = 12;

  private final Map<String, Deque<Visit>> tokens = new LinkedHashMap<>();
  private final Map<EvseRef, Deque<Visit>> evses = new HashMap<>();
  private final Deque<Visit> all = new ArrayDeque<>();

  private record Visit(double staySeconds, double takenWattHours) {}

  /**
   * Who is there, and where.
   *
   * @param token empty when nobody was asked for one
   */
  public record Guest(Optional<IdToken> token, EvseRef evse) {}

  /**
   * Takes up a visit that is over.
   *
   * @param taken on the grid side, at least 0 Wh
   */
  public void learn(Guest guest, Duration stay, Energy taken) {
    Visit visit = new Visit(stay.toSeconds(), taken.wattHours());
    guest.token().map(Habits::key).ifPresent(key -> keep(ofToken(key), visit, REMEMBERED_OF_EACH));
    keep(evses.computeIfAbsent(guest.evse(), e -> new ArrayDeque<>()), visit, REMEMBERED_OF_EACH);
    keep(all, visit, REMEMBERED_OF_ALL);
  }

  /** Whoever came last is forgotten last. */
  private Deque<Visit> ofToken(String key) {
    Deque<Visit> visits = Optional.ofNullable(tokens.remove(key)).orElseGet(ArrayDeque::new);
    tokens.put(key, visits);
    if (tokens.size() > TOKENS_REMEMBERED) {
      tokens.remove(tokens.keySet().iterator().next());
    }
    return visits;
  }

  private static void keep(Deque<Visit> visits, Visit visit, int most) {
    visits.addLast(visit);
    if (visits.size() > most) {
      visits.removeFirst();
    }
  }

  private static String key(IdToken token) {
    return token.value().toLowerCase(Locale.ROOT);
  }

  /**
   * What a vehicle takes in the end, on the grid side; empty when too little is known.
   *
   * @param share of like visits that took less, 0 to 1
   * @param taken so far
   */
  public Optional<Energy> energy(Guest guest, double share, Energy taken) {
    OptionalDouble found = quantile(guest, Visit::takenWattHours, share, taken.wattHours());
    return found.isPresent() ? Optional.of(new Energy(found.getAsDouble())) : Optional.empty();
  }

  /**
   * How long a vehicle stays in all; empty when too little is known.
   *
   * @param share of like visits that were shorter, 0 to 1
   * @param stayed so far
   */
  public Optional<Duration> stay(Guest guest, double share, Duration stayed) {
    OptionalDouble found = quantile(guest, Visit::staySeconds, share, stayed.toSeconds());
    return found.isPresent()
        ? Optional.of(Duration.ofSeconds(Math.round(found.getAsDouble())))
        : Optional.empty();
  }

  private OptionalDouble quantile(
      Guest guest, ToDoubleFunction<Visit> of, double share, double reached) {
    double[] own = above(visitsOf(guest.token()), of, reached);
    if (own.length >= FEWEST_OF_TOKEN) {
      return OptionalDouble.of(at(own, share));
    }
    return Stream.of(evses.getOrDefault(guest.evse(), new ArrayDeque<>()), all)
        .map(visits -> above(visits, of, reached))
        .filter(values -> values.length >= FEWEST_OF_PLACE)
        .mapToDouble(values -> at(values, share))
        .findFirst();
  }

  private Deque<Visit> visitsOf(Optional<IdToken> token) {
    return token
        .map(shown -> tokens.getOrDefault(key(shown), new ArrayDeque<>()))
        .orElseGet(ArrayDeque::new);
  }

  private static double[] above(
      Collection<Visit> visits, ToDoubleFunction<Visit> of, double reached) {
    double[] values = visits.stream().mapToDouble(of).filter(value -> value > reached).toArray();
    Arrays.sort(values);
    return values;
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
