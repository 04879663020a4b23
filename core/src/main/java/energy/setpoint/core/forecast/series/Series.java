package energy.setpoint.core.forecast.series;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** What is forecast. It decides the sign of the values and which days are like each other. */
public enum Series {
  /** What the engine does not control: at least 0 W, and people make it. */
  LOAD(3) {
    @Override
    int kindOf(LocalDate day) {
      DayOfWeek of = day.getDayOfWeek();
      return of == DayOfWeek.SUNDAY ? 2 : of == DayOfWeek.SATURDAY ? 1 : 0;
    }

    @Override
    double within(double watts) {
      return Math.max(0, watts);
    }
  },

  /** Production: at most 0 W, and the sun knows no weekends. */
  PRODUCTION(1) {
    @Override
    int kindOf(LocalDate day) {
      return 0;
    }

    @Override
    double within(double watts) {
      return Math.min(0, watts);
    }
  };

  private final int kinds;

  Series(int kinds) {
    this.kinds = kinds;
  }

  int kinds() {
    return kinds;
  }

  /** From 0, below {@link #kinds}. */
  abstract int kindOf(LocalDate day);

  /** The nearest value that this series can have. */
  abstract double within(double watts);
}
