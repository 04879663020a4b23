package energy.setpoint.app.engine;

import energy.setpoint.app.engine.Figure.Kind;
import energy.setpoint.ocpp.proxy.ProxyStatus;
import energy.setpoint.ocpp.stats.ProxyStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Names what the proxy counts. */
final class ProxyFigures {

  private final StationProxy proxy;
  private final ProxyStatistics counts;
  private final List<Figure> all = new ArrayList<>();

  ProxyFigures(StationProxy proxy) {
    this.proxy = proxy;
    this.counts = proxy.statistics();
  }

  List<Figure> list() {
    gauge("setpoint_proxy_upstreams", "Stations whose CSMS is reached", counts::upstreamsOpen);
    gauge("setpoint_proxy_queued", "Messages that wait for the CSMS", this::queued);
    counter("setpoint_proxy_connects", "Lines to the CSMS opened", counts::upstreamConnects);
    counter("setpoint_proxy_losses", "Lines to the CSMS lost", counts::upstreamLosses);
    sum("setpoint_proxy_failures", "Attempts to reach the CSMS", counts::upstreamFailures);
    relayed("up");
    relayed("down");
    sum("setpoint_proxy_rewritten", "Calls written anew", counts::rewritten);
    sum("setpoint_proxy_refused", "Calls of the CSMS kept from stations", counts::refused);
    sum("setpoint_proxy_answered_here", "Calls answered for the CSMS", counts::answeredHere);
    counter("setpoint_proxy_kept", "Messages kept for the CSMS", counts::kept);
    counter("setpoint_proxy_replayed", "Messages delivered afterwards", counts::replayed);
    sum("setpoint_proxy_dropped", "Messages for the CSMS lost", counts::dropped);
    sum("setpoint_proxy_unheard", "Relayed calls not understood", counts::unheard);
    counter("setpoint_proxy_bounded", "Intents held lower by the CSMS", counts::bounded);
    sum("setpoint_proxy_resend_failures", "Limits not sent again", counts::resendFailures);
    sum("setpoint_proxy_guessed", "Limits of the CSMS taken at their lowest", counts::guessed);
    return List.copyOf(all);
  }

  private double queued() {
    return proxy.statuses().stream().mapToInt(ProxyStatus::queued).sum();
  }

  private void relayed(String direction) {
    all.add(
        new Figure(
            "setpoint_proxy_relayed",
            "Frames passed on",
            Kind.COUNTER,
            Map.of("direction", direction),
            () -> counts.relayed().getOrDefault(direction, 0L)));
  }

  private void sum(String name, String description, Supplier<Map<String, Long>> counts) {
    counter(
        name, description, () -> counts.get().values().stream().mapToLong(Long::longValue).sum());
  }

  private void counter(String name, String description, DoubleSupplier value) {
    all.add(new Figure(name, description, Kind.COUNTER, Map.of(), value));
  }

  private void gauge(String name, String description, DoubleSupplier value) {
    all.add(new Figure(name, description, Kind.GAUGE, Map.of(), value));
  }
}
