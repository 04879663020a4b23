package energy.setpoint.ocpp.proxy.outage;

/**
 * A transaction that began while the CSMS was away has two numbers.
 *
 * @param local that the station got from us
 * @param csms that the CSMS gave it afterwards
 */
public record TransactionAlias(int local, int csms) {}
