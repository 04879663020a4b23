package energy.setpoint.simulation.physics;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.SplittableRandom;

/**
 * What a building draws besides charging: more in working hours, and a slow noise of its own on
 * each phase, and where there are machines, jumps from one second to the next. A function of time
 * alone; it never exceeds its maximum.
 *
 * @param maximum per phase
 * @param nightShare of the maximum that is drawn at night before noise, 0 to 0.7
 * @param machines the share of the maximum that lifts, ovens and compressors switch on and off, 0
 *     to 1
 */
public record BuildingLoad(
    PhaseCurrents maximum, ZoneId zone, double nightShare, double machines, long seed) {

  private static final double DAY_SHARE = 0.7;
  private static final double NOISE_SHARE = 0.3;
  private static final int MORNING = LocalTime.of(7, 0).toSecondOfDay();
  private static final int EVENING = LocalTime.of(18, 0).toSecondOfDay();
  private static final double HALF_HOUR = 1800;
  private static final long MACHINE_SECONDS = 90;
  private static final double MACHINES_RUN = 0.35;

  public BuildingLoad {
    if (maximum.smallest().isNegative() || !(nightShare >= 0 && nightShare <= DAY_SHARE)) {
      throw new IllegalArgumentException(
          "A building's load needs maxima of at least 0 A and a night share within 0 and 0.7.");
    }
  }

  /** Without machines. */
  public BuildingLoad(PhaseCurrents maximum, ZoneId zone, double nightShare, long seed) {
    this(maximum, zone, nightShare, 0, seed);
  }

  /** Nothing at any time. */
  public static BuildingLoad none(ZoneId zone) {
    return new BuildingLoad(PhaseCurrents.ZERO, zone, 0, 0, 0);
  }

  public PhaseCurrents currentsAt(Instant instant) {
    double steady = nightShare + (DAY_SHARE - nightShare) * day(instant.atZone(zone).toLocalTime());
    return new PhaseCurrents(
        current(Phase.L1, steady, instant),
        current(Phase.L2, steady, instant),
        current(Phase.L3, steady, instant));
  }

  private Current current(Phase phase, double steady, Instant instant) {
    SeededNoise noise = new SeededNoise(seed * 31 + phase.ordinal(), Duration.ofMinutes(10));
    double usual = steady + NOISE_SHARE * noise.at(instant);
    double share = usual * (1 - machines) + machines * (machinesRun(instant) ? 1 : 0);
    return Current.ofAmps(maximum.on(phase).amps() * share);
  }

  /** All phases alike. */
  private boolean machinesRun(Instant instant) {
    long turn = Math.floorDiv(instant.getEpochSecond(), MACHINE_SECONDS);
    return new SplittableRandom(seed * 1_000_003 + turn).nextDouble() < MACHINES_RUN;
  }

  /** The same building with machines that switch this share of its maximum. */
  public BuildingLoad withMachines(double share) {
    return new BuildingLoad(maximum, zone, nightShare, share, seed);
  }

  /** 1 in working hours, 0 at night, straight lines of half an hour between. */
  private static double day(LocalTime time) {
    double second = time.toSecondOfDay();
    double risen = Math.clamp((second - MORNING) / HALF_HOUR, 0, 1);
    double fallen = Math.clamp((second - EVENING) / HALF_HOUR, 0, 1);
    return risen - fallen;
  }
}
