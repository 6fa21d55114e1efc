using System.Net;
using System.Net.Sockets;

namespace Workbench.Scripting.Notebooks;

/// <summary>What can be wrong between a front end of Jupyter and the kernel: codes WB3070 to WB3079.</summary>
static class JupyterErrors
{
    public const string BadField = "WB3075";

    public static WorkbenchException BadConnectionFile(string path, string why, Exception? cause = null) => new(
        "WB3070", ExitCode.Usage, $"{path} is no connection file: {why}. Jupyter writes one for each kernel that it starts.", "jupyter console --kernel workbench", cause);

    public static WorkbenchException NotLoopback(string path, string where) => new(
        "WB3071", ExitCode.Usage, $"{path} asks the kernel to listen at {where}. It runs any code that it is sent, so it listens on this machine's own tcp addresses alone.",
        "the same with \"transport\": \"tcp\" and \"ip\": \"127.0.0.1\"; from another machine, through ssh -L");

    public static WorkbenchException UnknownScheme(string path, string scheme) => new(
        "WB3072", ExitCode.Usage, $"{path} asks for signatures by {scheme}; only hmac-sha256 is known.", "the same with \"signature_scheme\": \"hmac-sha256\"");

    public static WorkbenchException NotBound(string socket, IPEndPoint at, SocketException cause) => new(
        "WB3073", ExitCode.Usage, $"The kernel's {socket} socket cannot listen at {at}: {cause.Message}.", "start the kernel again from Jupyter, which then picks other ports", cause);

    public static WorkbenchException BadKernelName(string name) => new(
        "WB3074", ExitCode.Usage, $"'{name}' cannot name a kernel: Jupyter takes letters, digits, dots, dashes and underscores.", "./run.sh notebook install-kernel --name workbench");

    public static WorkbenchException WrongField(string type, string name, string needs) => new(
        BadField, ExitCode.Usage, $"The {type} says nothing that can be used: {name} must be {needs}.");

    public static WorkbenchException NotOurs(string folder) => new(
        "WB3077", ExitCode.Usage, $"{folder} holds a kernel that is not Workbench's; it is left as it is.", "./run.sh notebook install-kernel --name ANOTHER-NAME");

    public static WorkbenchException NotInstalled(string folder) => new(
        "WB3078", ExitCode.NotFound, $"No kernel is installed in {folder}.", "./run.sh notebook install-kernel");

    public static WorkbenchException NotWritten(string folder, Exception cause) => new(
        "WB3079", ExitCode.Data, $"{folder} cannot be written: {cause.Message}", "./run.sh notebook install-kernel --prefix DIR, with a folder of your own", cause);
}
