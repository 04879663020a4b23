package energy.setpoint.core.intent;

import energy.setpoint.core.site.StationId;

/**
 * What the engine wants a charging station to do. Dialects turn it into messages of one version of
 * OCPP and say what was lost on the way.
 */
public sealed interface ChargingIntent
    permits EvseIntent, LeasedIntent, SetFallback, OfferPriority, CallReserve, RequestedIntent {

  StationId station();
}
