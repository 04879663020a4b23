package energy.setpoint.app.system.day;

import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.station.habit.Habits;
import energy.setpoint.simulation.station.habit.Obedience;
import energy.setpoint.simulation.station.habit.Reply;
import energy.setpoint.simulation.world.LockstepWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** What goes wrong at stations and devices, for some minutes each, the same for the same seed. */
final class Trouble {

  private static final long TURN_SECONDS = 60;
  private static final double STATION_FAILS = 0.01;
  private static final double DEVICE_FAILS = 0.015;
  private static final Duration STATION_RECOVERS = Duration.ofMinutes(4);
  private static final Duration DEVICE_RECOVERS = Duration.ofMinutes(3);
  private static final String LIMIT = "SetChargingProfile";

  private final long seed;
  private final List<StationId> stations;
  private final Map<StationId, Instant> recovering = new HashMap<>();
  private final Map<DeviceId, Instant> silent = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  Trouble(long seed, List<StationId> stations) {
    this.seed = seed;
    this.stations = List.copyOf(stations);
  }

  void advance(LockstepWorld world, Instant now) {
    for (StationId station : new ArrayList<>(recovering.keySet())) {
      if (!now.isBefore(recovering.get(station))) {
        world.adopt(station, Habits.GOOD);
        recovering.remove(station);
      }
    }
    if (now.getEpochSecond() % TURN_SECONDS != 0) {
      return;
    }
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + now.getEpochSecond());
    for (StationId station : stations) {
      if (random.nextDouble() < STATION_FAILS && !recovering.containsKey(station)) {
        fail(world, station, random.nextInt(8));
        recovering.put(station, now.plus(STATION_RECOVERS));
      }
    }
    for (String device : List.of("meter", "roof", "battery")) {
      if (random.nextDouble() < DEVICE_FAILS) {
        count(device + " silent");
        silent.put(new DeviceId(device), now.plus(DEVICE_RECOVERS));
      }
    }
  }

  private void fail(LockstepWorld world, StationId station, int kind) {
    Habits habits =
        switch (kind) {
          case 0 -> said("answers late", new Reply.Late(Duration.ofSeconds(12)));
          case 1 -> said("refuses", new Reply.Refuses("Rejected"));
          case 2 -> said("is silent and obeys", new Reply.Silent(true));
          case 3 -> said("is silent", new Reply.Silent(false));
          case 4 -> said("drops the connection", new Reply.Disconnects());
          case 5 -> said("answers nonsense", new Reply.Garbled());
          case 6 -> {
            count("obeys late");
            yield Habits.GOOD.with(Obedience.PERFECT.after(Duration.ofSeconds(6)));
          }
          default -> {
            count("reboots and forgets");
            yield Habits.GOOD.forgettingProfiles();
          }
        };
    world.adopt(station, habits);
    if (kind == 7) {
      world.reboot(station);
    }
  }

  private Habits said(String what, Reply reply) {
    count(what);
    return Habits.GOOD.with(LIMIT, reply);
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /** Devices of which nothing is heard. */
  Set<DeviceId> silent(Instant now) {
    Set<DeviceId> all = new HashSet<>();
    silent.forEach((device, until) -> {
      if (now.isBefore(until)) {
        all.add(device);
      }
    });
    return all;
  }

  /** How often what happened. */
  Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }
}
