package energy.setpoint.ocpp.v21.der;

import energy.setpoint.core.der.DerSetting.Flow;
import energy.setpoint.core.der.HeldControl;
import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v21.wire.der.DERControlEnum;
import energy.setpoint.ocpp.v21.wire.der.NotifyDERAlarm;
import energy.setpoint.ocpp.v21.wire.der.NotifyDERStartStop;
import energy.setpoint.ocpp.v21.wire.der.ReportDERControl;
import energy.setpoint.ocpp.v21.wire.der.ReportDERControl.FixedPFGetType;
import energy.setpoint.ocpp.v21.wire.der.SetDERControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a station tells of its DER controls (use cases R04 and R05). */
public final class DerReports {

  private DerReports() {}

  /** {@code tbc} says that more follows (R04.FR.32). */
  public static Handled reported(ReportDERControl report, StationContext context) {
    return noted(
        new DerEvent.ControlsReported(
            context.station(),
            context.now(),
            report.requestId(),
            controls(report),
            report.tbc().orElse(false)));
  }

  /** An alarm that does not say whether it ended has begun (R05.FR.03). */
  public static Handled alarmed(NotifyDERAlarm alarm, StationContext context) {
    return noted(
        new DerEvent.Alarm(
            context.station(),
            alarm.timestamp(),
            DerWords.type(alarm.controlType()),
            alarm.gridEventFault().map(DerWords::fault),
            alarm.alarmEnded().orElse(false),
            alarm.extraInfo().orElse("")));
  }

  public static Handled startedOrStopped(NotifyDERStartStop notice, StationContext context) {
    List<String> superseded = notice.supersededIds().orElse(List.of());
    return noted(
        notice.started()
            ? new DerEvent.ControlStarted(
                context.station(), notice.timestamp(), notice.controlId(), superseded)
            : new DerEvent.ControlEnded(context.station(), notice.timestamp(), notice.controlId()));
  }

  private static Handled noted(StationEvent event) {
    return new Handled(Payloads.empty(), List.of(event));
  }

  private static List<HeldControl> controls(ReportDERControl report) {
    List<HeldControl> all = new ArrayList<>();
    each(report.curve())
        .forEach(it ->
            all.add(
                new HeldForm(it.id(), it.curveType(), it.isDefault(), it.isSuperseded())
                    .curve(it.curve())));
    each(report.fixedPFAbsorb())
        .forEach(it ->
            all.add(form(it, DERControlEnum.FixedPFAbsorb).powerFactor(it.fixedPF(), Flow.ABSORB)));
    each(report.fixedPFInject())
        .forEach(it ->
            all.add(form(it, DERControlEnum.FixedPFInject).powerFactor(it.fixedPF(), Flow.INJECT)));
    each(report.fixedVar())
        .forEach(it ->
            all.add(
                new HeldForm(it.id(), DERControlEnum.FixedVar, it.isDefault(), it.isSuperseded())
                    .fixedVar(it.fixedVar())));
    all.addAll(others(report));
    return all;
  }

  private static List<HeldControl> others(ReportDERControl report) {
    List<HeldControl> all = new ArrayList<>();
    each(report.freqDroop())
        .forEach(it ->
            all.add(
                new HeldForm(it.id(), DERControlEnum.FreqDroop, it.isDefault(), it.isSuperseded())
                    .droop(it.freqDroop())));
    each(report.limitMaxDischarge())
        .forEach(it ->
            all.add(
                new HeldForm(
                        it.id(),
                        DERControlEnum.LimitMaxDischarge,
                        it.isDefault(),
                        it.isSuperseded())
                    .limit(it.limitMaxDischarge())));
    each(report.enterService())
        .forEach(it ->
            all.add(
                onlyDefault(it.id(), DERControlEnum.EnterService).enterService(it.enterService())));
    each(report.gradient())
        .forEach(
            it -> all.add(onlyDefault(it.id(), DERControlEnum.Gradients).gradients(it.gradient())));
    return all;
  }

  private static <T> List<T> each(Optional<List<T>> list) {
    return list.orElse(List.of());
  }

  private static HeldForm form(FixedPFGetType it, DERControlEnum type) {
    return new HeldForm(it.id(), type, it.isDefault(), it.isSuperseded());
  }

  /** A kind that exists only as a default (R04.FR.14). */
  private static HeldForm onlyDefault(String id, DERControlEnum type) {
    return new HeldForm(id, type, true, false);
  }

  /** What was set, in the form of a report; empty when it has none of the known fields. */
  static Optional<HeldControl> findControl(SetDERControl set) {
    HeldForm form = new HeldForm(set.controlId(), set.controlType(), set.isDefault(), false);
    return set.curve()
        .map(form::curve)
        .or(() -> set.enterService().map(form::enterService))
        .or(() -> set.fixedPFAbsorb().map(it -> form.powerFactor(it, Flow.ABSORB)))
        .or(() -> set.fixedPFInject().map(it -> form.powerFactor(it, Flow.INJECT)))
        .or(() -> set.fixedVar().map(form::fixedVar))
        .or(() -> set.freqDroop().map(form::droop))
        .or(() -> set.gradient().map(form::gradients))
        .or(() -> set.limitMaxDischarge().map(form::limit));
  }
}
