package energy.setpoint.ocpp.composite;

import energy.setpoint.ocpp.composite.profile.OfflineRule;
import energy.setpoint.ocpp.composite.station.Offline;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * When a profile is not valid because its station was offline for too long (2.1 K01.FR.101,
 * K01.FR.102).
 */
record OfflineValidity(OfflineRule rule, List<Offline> offline) {

  boolean isValidAt(Instant moment) {
    return rule.maxOfflineSeconds().isEmpty()
        || offline.stream()
            .noneMatch(time -> forbids(time, rule.maxOfflineSeconds().get(), moment));
  }

  private boolean forbids(Offline time, int seconds, Instant moment) {
    Instant tooLong = time.from().plusSeconds(seconds);
    boolean cameBackInTime = time.to().filter(back -> !back.isAfter(tooLong)).isPresent();
    boolean isBack = time.to().filter(back -> !moment.isBefore(back)).isPresent();
    return !cameBackInTime && !moment.isBefore(tooLong) && (rule.invalidForGood() || !isBack);
  }

  void changes(Consumer<Instant> moments) {
    rule.maxOfflineSeconds()
        .ifPresent(seconds ->
            offline.forEach(time -> {
              moments.accept(time.from().plusSeconds(seconds));
              time.to().ifPresent(moments);
            }));
  }
}
