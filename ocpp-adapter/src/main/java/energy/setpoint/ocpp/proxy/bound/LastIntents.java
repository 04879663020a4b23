package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.site.EvseRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the engine asked of one station last, as it asked: to be sent again when the CSMS changes
 * what it allows.
 */
public final class LastIntents {

  private final Map<Object, ChargingIntent> intents = new ConcurrentHashMap<>();

  void remember(ChargingIntent intent) {
    switch (intent) {
      case CapPower cap -> intents.put(cap.evse(), cap);
      case FollowSetpoint follow -> intents.put(follow.evse(), follow);
      case SetFallback fallback -> intents.put(fallback.station(), fallback);
      case Release release -> intents.remove(release.evse());
    }
  }

  /**
   * Those that still hold.
   *
   * @param running the transaction at an EVSE
   */
  public List<ChargingIntent> listInForce(
      Instant now, Function<EvseRef, Optional<String>> running) {
    return intents.values().stream().filter(it -> isInForce(it, now, running)).toList();
  }

  private static boolean isInForce(
      ChargingIntent intent, Instant now, Function<EvseRef, Optional<String>> running) {
    return switch (intent) {
      case CapPower cap ->
          cap.validity().end().isAfter(now)
              && running.apply(cap.evse()).filter(cap.transactionId()::equals).isPresent();
      case FollowSetpoint follow ->
          follow.validity().end().isAfter(now)
              && running.apply(follow.evse()).filter(follow.transactionId()::equals).isPresent();
      case SetFallback fallback -> true;
      case Release release -> false;
    };
  }
}
