package energy.setpoint.core.forecast;

import energy.setpoint.core.quantity.Power;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The peak of import by vehicles that a month will probably need in the end. Each day that is over
 * is served again with all that is known of it then, which shows the peak that it needed; the
 * month's is the highest of the last days and somewhat more, the more of the month is to come.
 */
public final class PeakForecast {

  private static final int DAYS_REMEMBERED = 31;

  /** How much higher than the days so far the highest of many more days is expected. */
  private static final double GROWTH = 0.1;

  private static final int SETTLED_DAYS = 5;

  private final ZoneId zone;
  private final NavigableMap<LocalDate, List<PastSession>> days = new TreeMap<>();
  private final Map<LocalDate, Power> needed = new HashMap<>();

  public PeakForecast(ZoneId zone) {
    this.zone = zone;
  }

  /** Takes up a session that is over. */
  public void learn(PastSession past) {
    LocalDate day = LocalDate.ofInstant(past.arrival(), zone);
    days.computeIfAbsent(day, d -> new ArrayList<>()).add(past);
    needed.remove(day);
    while (days.size() > DAYS_REMEMBERED) {
      needed.remove(days.pollFirstEntry().getKey());
    }
  }

  /** True when it rests on a working week. */
  public boolean isSettled(Instant now) {
    return days.headMap(LocalDate.ofInstant(now, zone), false).size() >= SETTLED_DAYS;
  }

  /** At least 0 W; 0 W before the first day is over. */
  public Power expect(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    Power highest = Power.ZERO;
    for (LocalDate day : days.headMap(today, false).keySet()) {
      highest = highest.max(needed(day));
    }
    YearMonth month = YearMonth.from(today);
    double toCome = (double) (month.lengthOfMonth() - today.getDayOfMonth() + 1);
    return highest.times(1 + GROWTH * toCome / month.lengthOfMonth());
  }

  private Power needed(LocalDate day) {
    return needed.computeIfAbsent(day, d -> LeastPeak.of(days.getOrDefault(d, List.of())));
  }
}
