package energy.setpoint.ocpp.rpc.frame;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.rpc.frame.MalformedFrame.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {

  @Test
  void readsACall() {
    var frame = FrameCodec.parse("[2,\"19223201\",\"Heartbeat\",{\"a\":[1]}]");

    assertThat(frame)
        .isInstanceOfSatisfying(
            Frame.Call.class,
            call -> {
              assertThat(call.id()).isEqualTo("19223201");
              assertThat(call.action()).isEqualTo("Heartbeat");
              assertThat(call.payload().path("a").path(0).intValue()).isEqualTo(1);
            });
  }

  @Test
  void readsAResultAndAnError() {
    var result = FrameCodec.parse("[3,\"7\",{\"status\":\"Accepted\"}]");
    var error = FrameCodec.parse("[4,\"7\",\"NotSupported\",\"no\",{}]");

    assertThat(result).isInstanceOf(Frame.CallResult.class);
    assertThat(error)
        .isInstanceOfSatisfying(
            Frame.CallError.class,
            it -> {
              assertThat(it.code()).isEqualTo("NotSupported");
              assertThat(it.description()).isEqualTo("no");
            });
  }

  @Test
  void knowsTheMessageTypesOfVersion21() {
    var error = FrameCodec.parse("[5,\"7\",\"FormatViolation\",\"\",{}]");
    var send = FrameCodec.parse("[6,\"8\",\"NotifyPeriodicEventStream\",{\"id\":123}]");

    assertThat(error).isInstanceOf(Frame.CallResultError.class);
    assertThat(send).isInstanceOf(Frame.Send.class);
  }

  @Test
  void takesNullForAnEmptyPayload() {
    var frame = FrameCodec.parse("[2,\"1\",\"Heartbeat\",null]");

    assertThat(frame)
        .isInstanceOfSatisfying(
            Frame.Call.class, call -> assertThat(call.payload().isObject()).isTrue());
  }

  @Test
  void keepsTheDigitsOfNumbers() {
    var frame = FrameCodec.parse("[3,\"1\",{\"limit\":16.10,\"meter\":123456789012345678901}]");

    assertThat(((Frame.CallResult) frame).payload())
        .hasToString("{\"limit\":16.10,\"meter\":123456789012345678901}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.7976931348623157E+308", "2.2250738585072014E-308", "4.9E-324"})
  void readsWhateverADoubleCanHold(String number) {
    var frame = FrameCodec.parse("[3,\"1\",{\"limit\":" + number + "}]");

    assertThat(((Frame.CallResult) frame).payload()).hasToString("{\"limit\":" + number + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~                                         | NOT_JSON
          no                                         | NOT_JSON
          [2,"1","A",{}                              | NOT_JSON
          [2,"1","A",{}] []                          | NOT_JSON
          [2,"1","A",{'a':1}]                        | NOT_JSON
          [2,"1","A",{"a":NaN}]                      | NOT_JSON
          [2,"1","A",{"a":1E99999999999}]            | NOT_JSON
          [2,"1","A",{"a":[{"b":1E-999999999}]}]     | NOT_JSON
          [2,"1","A",{"a":0E-999999999}]             | NOT_JSON
          [2,"1","A",{"a":1e999999}]                 | NOT_JSON
          {"a":1}                                    | NOT_AN_ARRAY
          "hello"                                    | NOT_AN_ARRAY
          null                                       | NOT_AN_ARRAY
          17                                         | NOT_AN_ARRAY
          []                                         | NO_MESSAGE_TYPE
          ["2","1","A",{}]                           | NO_MESSAGE_TYPE
          [2.0,"1","A",{}]                           | NO_MESSAGE_TYPE
          [null,"1","A",{}]                          | NO_MESSAGE_TYPE
          [1,"1","A",{}]                             | UNKNOWN_MESSAGE_TYPE
          [7,"1","A",{}]                             | UNKNOWN_MESSAGE_TYPE
          [99999999999999999999,"1","A",{}]          | UNKNOWN_MESSAGE_TYPE
          [2]                                        | NO_ID
          [2,17,"A",{}]                              | NO_ID
          [2,"","A",{}]                              | NO_ID
          [3,null,{}]                                | NO_ID
          [2,"1234567890123456789012345678901234567","A",{}] | ID_TOO_LONG
          [2,"1","A"]                                | WRONG_LENGTH
          [2,"1","A",{},{}]                          | WRONG_LENGTH
          [3,"1"]                                    | WRONG_LENGTH
          [3,"1",{},{}]                              | WRONG_LENGTH
          [4,"1","C","d"]                            | WRONG_LENGTH
          [5,"1","C","d"]                            | WRONG_LENGTH
          [6,"1","A"]                                | WRONG_LENGTH
          [2,"1",3,{}]                               | WRONG_ELEMENT
          [2,"1","",{}]                              | WRONG_ELEMENT
          [2,"1","A",[]]                             | WRONG_ELEMENT
          [2,"1","A","x"]                            | WRONG_ELEMENT
          [3,"1",true]                               | WRONG_ELEMENT
          [4,"1",5,"d",{}]                           | WRONG_ELEMENT
          [4,"1","C",null,{}]                        | WRONG_ELEMENT
          """)
  void saysPreciselyWhatIsWrong(String text, Problem problem) {
    var frame = FrameCodec.parse(text);

    assertThat(frame)
        .isInstanceOfSatisfying(
            MalformedFrame.class, bad -> assertThat(bad.problem()).isEqualTo(problem));
  }

  @Test
  void refusesATextThatIsNestedTooDeep() {
    var frame = FrameCodec.parse("[".repeat(100_000));

    assertThat(frame).isInstanceOf(MalformedFrame.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[2,\"abc\",\"A\",[]]", "[7,\"abc\"]", "[\"x\",\"abc\"]"})
  void tellsTheIdOfABadMessageWhereItCan(String text) {
    var frame = FrameCodec.parse(text);

    assertThat(((MalformedFrame) frame).id()).contains("abc");
  }

  @Test
  void doesNotOfferAnEndlessIdToBeSentBack() {
    var frame = FrameCodec.parse("[2,\"" + "x".repeat(256) + "\",\"A\",{}]");

    assertThat(((MalformedFrame) frame).id()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2,\"1\",\"Authorize\",{\"idTag\":\"Ä\\\"\\n\"}]",
        "[3,\"1\",{}]",
        "[4,\"1\",\"GenericError\",\"\",{\"x\":null}]",
        "[5,\"1\",\"GenericError\",\"\",{}]",
        "[6,\"1\",\"NotifyPeriodicEventStream\",{\"data\":[]}]"
      })
  void writesWhatItReads(String text) {
    var written = FrameCodec.write((Frame) FrameCodec.parse(text));

    assertThat(written).isEqualTo(text);
  }

  @Test
  void cutsALongDescription() {
    var error = new Frame.CallError("1", "X", "d".repeat(300), FrameCodec.emptyObject());

    var written = FrameCodec.write(error);

    assertThat(written).isEqualTo("[4,\"1\",\"X\",\"" + "d".repeat(255) + "\",{}]");
  }
}
