package energy.setpoint.ocpp.proxy;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.proxy.calls.CallsDown;
import energy.setpoint.ocpp.proxy.desk.CsmsDesk;
import energy.setpoint.ocpp.proxy.outage.Ends;
import energy.setpoint.ocpp.proxy.outage.Outage;
import energy.setpoint.ocpp.proxy.outage.ProxyStore;
import energy.setpoint.ocpp.proxy.outage.ProxyStore.Kept;
import energy.setpoint.ocpp.proxy.outage.TransactionAliases;
import energy.setpoint.ocpp.proxy.request.OwnRequests;
import energy.setpoint.ocpp.proxy.upstream.Pauses;
import energy.setpoint.ocpp.proxy.upstream.UpstreamDialer;
import energy.setpoint.ocpp.proxy.upstream.UpstreamLine;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the proxies of all stations share, and what each of them is made of.
 *
 * @param clock the site's time
 * @param ids for our calls to stations
 */
public record ProxyParts(
    OcppGateway gateway,
    UpstreamDialer dialer,
    ProxyStore store,
    ProxySettings settings,
    InstantSource clock,
    Supplier<String> ids,
    ProxyCounters counters) {

  UpstreamLine line(
      UpstreamDialer.Request request,
      Executor mailbox,
      Alarm alarm,
      UpstreamLine.Listener listener) {
    var pauses =
        new Pauses(settings.firstPause(), settings.longestPause(), RandomGenerator.getDefault());
    return new UpstreamLine(dialer, request, pauses, mailbox, alarm, clock, counters, listener);
  }

  CallsDown calls(Executor mailbox, Alarm alarm, Consumer<String> station, Consumer<String> csms) {
    return new CallsDown(
        mailbox, alarm, settings.callDeadline(), settings.maxWaitingCalls(), station, csms);
  }

  Ends ends(
      UpstreamLine csms,
      Consumer<String> toEngine,
      Consumer<String> toStation,
      Executor mailbox,
      Alarm alarm,
      StationId station) {
    return new Ends(
        station,
        csms,
        toEngine,
        toStation,
        mailbox,
        alarm,
        settings.callDeadline(),
        settings.firstPause());
  }

  Outage outage(RelayWords words, Ends ends, Kept kept, TransactionAliases aliases) {
    return new Outage(
        words,
        ends,
        store,
        counters,
        settings.keep().messages(),
        settings.keep().characters(),
        kept,
        aliases);
  }

  CsmsDesk desk(RelayWords words, StationId station, CsmsLimits limits, OwnRequests requests) {
    return new CsmsDesk(
        station, words, settings.rights(), limits.profiles(), limits, requests, counters);
  }

  static OwnRequests requests(RelayWords words) {
    return new OwnRequests(words.reports(), RandomGenerator.getDefault());
  }
}
