package energy.setpoint.app.cli;

import energy.setpoint.app.config.document.ConfigurationException;
import energy.setpoint.app.plan.json.InvalidDocument;
import energy.setpoint.app.storage.failure.StorageException;
import energy.setpoint.der.template.TemplateException;
import energy.setpoint.ocpp.server.PortInUseException;
import energy.setpoint.ocpp.tls.TlsFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a person what is wrong in words; a stack trace only when the fault is ours. */
public final class Complaints implements IExecutionExceptionHandler, IParameterExceptionHandler {

  /** A file, an address or a device given by the user cannot be used. */
  public static final int UNUSABLE_INPUT = 2;

  private static final int OWN_FAULT = 70;

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    PrintWriter err = command.getErr();
    if (isForTheUser(failure)) {
      err.println("setpoint: " + Objects.toString(failure.getMessage(), failure.toString()));
      return UNUSABLE_INPUT;
    }
    err.println("setpoint: this is a fault of Setpoint, please report it:");
    failure.printStackTrace(err);
    return OWN_FAULT;
  }

  /** A page of options would hide what is wrong. */
  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("setpoint: " + mistake.getMessage());
    UnmatchedArgumentException.printSuggestions(mistake, err);
    err.println("All options: " + command.getCommandSpec().qualifiedName() + " --help");
    return UNUSABLE_INPUT;
  }

  private static boolean isForTheUser(Exception failure) {
    return failure instanceof ConfigurationException
        || failure instanceof TemplateException
        || failure instanceof StorageException
        || failure instanceof PortInUseException
        || failure instanceof TlsFileException
        || failure instanceof UnusablePortException
        || failure instanceof InvalidDocument
        || failure instanceof UncheckedIOException
        || failure instanceof IOException
        || failure instanceof IllegalArgumentException;
  }
}
