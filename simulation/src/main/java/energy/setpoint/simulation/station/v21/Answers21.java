package energy.setpoint.simulation.station.v21;

import energy.setpoint.simulation.station.Answers;
import energy.setpoint.simulation.station.v21.cost.TariffAnswers;
import energy.setpoint.simulation.station.v21.der.DerAnswers;
import energy.setpoint.simulation.station.v2x.CertificateAnswers;
import energy.setpoint.simulation.station.v2x.JobAnswers;
import energy.setpoint.simulation.station.v2x.OperationAnswers;
import energy.setpoint.simulation.station.v2x.ReservationAnswers;
import energy.setpoint.simulation.station.v2x.ShelfAnswers;
import energy.setpoint.simulation.station.v2x.device.VariableAnswers;
import energy.setpoint.simulation.station.v2x.profile.ProfileAnswers;
import java.util.List;
import java.util.Set;

/** What a 2.1 station carries out. */
final class Answers21 {

  private static final Set<String> UNSUPPORTED =
      Set.of(
          "AdjustPeriodicEventStream",
          "ClearVariableMonitoring",
          "CustomerInformation",
          "GetMonitoringReport",
          "GetPeriodicEventStream",
          "NotifyWebPaymentStarted",
          "PublishFirmware",
          "RequestBatterySwap",
          "SetMonitoringBase",
          "SetMonitoringLevel",
          "SetNetworkProfile",
          "SetVariableMonitoring",
          "UnpublishFirmware");

  static final Answers ALL =
      Answers.of(
          List.of(
              ProfileAnswers.all(),
              DynamicAnswers.all(),
              DerAnswers.all(),
              TariffAnswers.all(),
              OperationAnswers.all(),
              VariableAnswers.all(Variables21::all),
              CertificateAnswers.all(),
              JobAnswers.all(),
              ReservationAnswers.all(),
              ShelfAnswers.all()),
          UNSUPPORTED);

  private Answers21() {}
}
