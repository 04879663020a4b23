package energy.setpoint.core.intent;

/**
 * An intent that somebody outside of the loop asked for. It carries no limit, so the guard need not
 * know it, and the station keeps what it says across restarts, so no log of ours does.
 */
public sealed interface RequestedIntent extends ChargingIntent permits DerIntent, TariffIntent {}
