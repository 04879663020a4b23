package energy.setpoint.ocpp.proxy.outage;

/**
 * A call of a station that the CSMS has still to get.
 *
 * @param number in the order of arrival, unique for the station
 * @param intermediate true when it may be given up for one that may not
 * @param text as the station sent it
 * @param answer that the station got from us
 */
public record KeptMessage(long number, boolean intermediate, String text, String answer) {

  int characters() {
    return text.length() + answer.length();
  }
}
