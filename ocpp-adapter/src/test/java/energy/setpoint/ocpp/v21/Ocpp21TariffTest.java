package energy.setpoint.ocpp.v21;

import static energy.setpoint.ocpp.dialect.Intents.onlyCall;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.event.TariffsReported;
import energy.setpoint.core.intent.TariffIntent;
import energy.setpoint.core.tariff.driver.TariffAssignment;
import energy.setpoint.ocpp.dialect.FakeStation;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.RequestedIntents;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.schema.Checked;
import energy.setpoint.ocpp.schema.Golden;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tariffs (part 2, use cases I07 to I11). */
class Ocpp21TariffTest {

  private final Checked dialect = new Checked(new Ocpp21Dialect());

  /** I07.FR.11, 17 and 18: times of day are local, the start of the tariff is not. */
  @Test
  void setsADefaultTariffForAnEvse() {
    var intent =
        new TariffIntent.SetDefault(FakeStation.ID, OptionalInt.of(2), RequestedIntents.tariff());

    OutboundCall call = encode(intent);

    Golden.assertSame("2.1/SetDefaultTariff", call.payload());
  }

  /** I07.FR.12. */
  @Test
  void setsADefaultTariffForEachEvseAtEvseZero() {
    var intent =
        new TariffIntent.SetDefault(
            FakeStation.ID, OptionalInt.empty(), RequestedIntents.flatTariff());

    OutboundCall call = encode(intent);

    assertThat(call.payload().get("evseId").intValue()).isZero();
  }

  /** I11. */
  @Test
  void changesTheTariffOfATransaction() {
    var intent =
        new TariffIntent.ChangeTransaction(FakeStation.ID, "701", RequestedIntents.flatTariff());

    OutboundCall call = encode(intent);

    Golden.assertSame("2.1/ChangeTransactionTariff", call.payload());
  }

  /** I10.FR.01 to 05: what is left out means all. */
  @ParameterizedTest
  @CsvSource({"0,'','{}'", "2,'a','{\"tariffIds\":[\"a\"],\"evseId\":2}'"})
  void clearsWhatIsNamed(int evse, String id, String expected) {
    var intent =
        new TariffIntent.Clear(
            FakeStation.ID,
            evse == 0 ? OptionalInt.empty() : OptionalInt.of(evse),
            id.isEmpty() ? List.of() : List.of(id));

    OutboundCall call = encode(intent);

    assertThat(call).isEqualTo(new OutboundCall("ClearTariffs", json(expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SetDefaultTariff        | {"status":"Accepted"}          |
          SetDefaultTariff        | {"status":"DuplicateTariffId"} | DuplicateTariffId
          SetDefaultTariff        | {"status":"TooManyElements"}   | TooManyElements
          ChangeTransactionTariff | {"status":"Accepted"}          |
          ChangeTransactionTariff | {"status":"TxNotFound","statusInfo":{"reasonCode":"TxNotFound"}} | TxNotFound: TxNotFound
          ChangeTransactionTariff | {"status":"NoCurrencyChange"}  | NoCurrencyChange
          GetTariffs              | {"status":"NoTariff"}          |
          GetTariffs              | {"status":"Rejected"}          | Rejected
          ClearTariffs | {"clearTariffsResult":[{"status":"NoTariff"}]} |
          ClearTariffs | {"clearTariffsResult":[{"tariffId":"a","status":"Accepted"},{"tariffId":"b","status":"Rejected","statusInfo":{"reasonCode":"InUse"}}]} | b Rejected: InUse
          """)
  void tellsARefusalInWords(String action, String response, String words) throws RpcException {
    Optional<String> refusal = dialect.findRefusal(action, json(response));

    assertThat(refusal).isEqualTo(Optional.ofNullable(words));
  }

  /** I09.FR.04 to 07. */
  @Test
  void learnsWhichTariffsThereAre() throws RpcException {
    OutboundCall call = encode(new TariffIntent.AskForTariffs(FakeStation.ID));
    JsonNode response =
        json(
            """
            {"status":"Accepted","tariffAssignments":[
              {"tariffId":"a","tariffKind":"DefaultTariff","evseIds":[1,2],
               "validFrom":"2026-11-01T12:00:00Z"},
              {"tariffId":"b","tariffKind":"DriverTariff","evseIds":[2],"idTokens":["T"]}]}
            """);

    var learnt = new Ocpp21Dialect().learn(call, response, new FakeStation());

    assertThat(learnt)
        .containsExactly(
            new TariffsReported(
                FakeStation.ID,
                FakeStation.NOON,
                List.of(
                    new TariffAssignment(
                        "a",
                        TariffAssignment.Kind.DEFAULT,
                        Optional.of(FakeStation.NOON),
                        List.of(1, 2),
                        List.of()),
                    new TariffAssignment(
                        "b",
                        TariffAssignment.Kind.DRIVER,
                        Optional.empty(),
                        List.of(2),
                        List.of("T")))));
  }

  private OutboundCall encode(TariffIntent intent) {
    return onlyCall(dialect.encode(intent, StationTraits.PLAIN_AC));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
