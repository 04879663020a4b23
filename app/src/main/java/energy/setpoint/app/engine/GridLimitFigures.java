package energy.setpoint.app.engine;

import energy.setpoint.app.engine.Figure.Kind;
import energy.setpoint.app.storage.journal.GridLimitJournal;
import energy.setpoint.core.control.limit.GridLimits;
import energy.setpoint.core.control.limit.GridSignals;
import energy.setpoint.core.signal.GridFlow;
import energy.setpoint.core.signal.GridSignal;
import energy.setpoint.core.signal.LimitSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Names what there is to watch about grid limits. */
record GridLimitFigures(GridLimits limits, GridSignals signals, GridLimitJournal journal) {

  /**
   * @param devices the grid signals of the site
   */
  List<Figure> list(List<GridSignal> devices) {
    List<Figure> figures = new ArrayList<>();
    for (GridFlow flow : GridFlow.values()) {
      figures.add(limit(flow, new LimitSource.Api()));
    }
    for (GridSignal device : devices) {
      figures.add(limit(device.flow(), device.source()));
      figures.add(
          new Figure(
              "setpoint_grid_signal_silent",
              "1 while a device of the grid operator is not heard, or not understood",
              Kind.GAUGE,
              Map.of("device", device.device().value()),
              () -> signals.silent().containsKey(device.device()) ? 1 : 0));
    }
    figures.add(
        counter(
            "setpoint_grid_limit_changes",
            "How often a grid limit came, became another one, or went",
            limits::changes));
    figures.add(
        counter(
            "setpoint_grid_signal_refused",
            "What devices of the grid operator said that has no meaning",
            signals::refused));
    figures.add(
        counter(
            "setpoint_grid_limit_dropped",
            "Changes of grid limits that were obeyed, but not kept",
            journal::dropped));
    return List.copyOf(figures);
  }

  private Figure limit(GridFlow flow, LimitSource source) {
    return new Figure(
        "setpoint_grid_limit_watts",
        "What a source allows; NaN while it limits nothing",
        Kind.GAUGE,
        Map.of("flow", flow.key(), "source", source.key()),
        () -> limits.find(flow, source).map(it -> it.power().watts()).orElse(Double.NaN));
  }

  private static Figure counter(String name, String description, LongSupplier value) {
    return new Figure(name, description, Kind.COUNTER, Map.of(), value::getAsLong);
  }

  /** What an operator should know. */
  List<String> alerts() {
    return signals.silent().values().stream().map(why -> "Grid signal " + why + ".").toList();
  }
}
