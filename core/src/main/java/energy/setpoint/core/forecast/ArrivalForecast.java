package energy.setpoint.core.forecast;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Expects of a day the mean of the last days of its kind, workday or weekend: who comes in each
 * hour to each circuit, with how much to charge, and for how long. Those who stay for a short while
 * are kept apart from those who stay long. Before the first day of a kind is over, nobody is
 * expected on such a day.
 */
public final class ArrivalForecast {

  private static final int DAYS_REMEMBERED = 10;
  private static final Duration SLOT = Duration.ofHours(1);
  private static final Duration SHORT_STAY = Duration.ofHours(4);
  private static final double NEGLIGIBLE_WATT_HOURS = 50;

  private final ZoneId zone;
  private final Map<DayKind, NavigableMap<LocalDate, List<PastSession>>> days = new HashMap<>();

  public ArrivalForecast(ZoneId zone) {
    this.zone = zone;
  }

  /** Who is expected together. */
  private record Group(CircuitId circuit, int slot, boolean shortStay) {}

  /** Takes up a session that is over. */
  public void learn(PastSession past) {
    LocalDate day = LocalDate.ofInstant(past.arrival(), zone);
    NavigableMap<LocalDate, List<PastSession>> alike =
        days.computeIfAbsent(DayKind.of(day), kind -> new TreeMap<>());
    alike.computeIfAbsent(day, d -> new ArrayList<>()).add(past);
    while (alike.size() > DAYS_REMEMBERED) {
      alike.pollFirstEntry();
    }
  }

  /** Who is expected to arrive within a grid, after its start. */
  public List<ExpectedArrivals> expect(TimeGrid grid) {
    List<ExpectedArrivals> expected = new ArrayList<>();
    LocalDate day = LocalDate.ofInstant(grid.start(), zone);
    LocalDate last = LocalDate.ofInstant(grid.end(), zone);
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      expected.addAll(expect(day, grid));
    }
    return expected;
  }

  private List<ExpectedArrivals> expect(LocalDate day, TimeGrid grid) {
    LocalDate today = LocalDate.ofInstant(grid.start(), zone);
    List<List<PastSession>> alike =
        List.copyOf(
            days.getOrDefault(DayKind.of(day), new TreeMap<>()).headMap(today, false).values());
    Map<Group, List<PastSession>> groups = new HashMap<>();
    alike.forEach(
        past -> past.forEach(s -> groups.computeIfAbsent(group(s), g -> new ArrayList<>()).add(s)));
    List<ExpectedArrivals> expected = new ArrayList<>();
    groups.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Group, ?> e) -> e.getKey().slot())
                .thenComparing(e -> e.getKey().circuit().value())
                .thenComparing(e -> e.getKey().shortStay()))
        .forEach(e -> add(expected, day, e.getKey(), e.getValue(), alike.size(), grid));
    return expected;
  }

  private Group group(PastSession past) {
    int second = past.arrival().atZone(zone).toLocalTime().toSecondOfDay();
    boolean shortStay = past.stay().compareTo(SHORT_STAY) < 0;
    return new Group(past.circuit(), (int) (second / SLOT.toSeconds()), shortStay);
  }

  private void add(
      List<ExpectedArrivals> expected,
      LocalDate day,
      Group group,
      List<PastSession> alike,
      int days,
      TimeGrid grid) {
    Instant begin = day.atStartOfDay(zone).toInstant().plus(SLOT.multipliedBy(group.slot()));
    Interval slot = Interval.of(begin, SLOT);
    if (!slot.end().isAfter(grid.start()) || !begin.isBefore(grid.end())) {
      return;
    }
    Instant from = begin.isAfter(grid.start()) ? begin : grid.start();
    Duration left = Duration.between(from, slot.end());
    double share = (double) left.toMillis() / SLOT.toMillis() / days;
    double wattHours = 0;
    double watts = 0;
    double staySeconds = 0;
    for (PastSession past : alike) {
      wattHours += past.delivered().wattHours() * share;
      watts += past.maxCharge().watts() * share;
      staySeconds += (double) past.stay().toSeconds() / alike.size();
    }
    if (wattHours >= NEGLIGIBLE_WATT_HOURS) {
      Instant arrival = from.plus(left.dividedBy(2));
      Interval stay = Interval.of(arrival, Duration.ofSeconds(Math.round(staySeconds)));
      expected.add(
          new ExpectedArrivals(group.circuit(), stay, new Energy(wattHours), new Power(watts)));
    }
  }
}
