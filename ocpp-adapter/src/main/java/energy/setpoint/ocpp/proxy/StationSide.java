package energy.setpoint.ocpp.proxy;

import energy.setpoint.ocpp.proxy.outage.Outage;
import energy.setpoint.ocpp.proxy.request.OwnRequests;
import energy.setpoint.ocpp.rpc.transport.Transport;

/** What the engine sends to the station; an answer may have to wait until its call is kept. */
record StationSide(Transport station, Outage outage, OwnRequests requests) implements Transport {

  @Override
  public void send(String text) {
    if (!outage.holdsBack(text)) {
      station.send(requests.outward(text));
    }
  }

  @Override
  public void close(int code, String reason) {
    station.close(code, reason);
  }

  @Override
  public void execute(Runnable work) {
    station.execute(work);
  }
}
