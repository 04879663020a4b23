package energy.setpoint.core.site;

/** Something whose power the engine may set: an EVSE or a stationary battery. */
public sealed interface ControlPoint permits EvseRef, DeviceId {}
