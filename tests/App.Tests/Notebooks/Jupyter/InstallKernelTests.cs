using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Notebooks.Jupyter;

/// <summary><c>notebook install-kernel</c>, and the verb that it has Jupyter start.</summary>
[Collection(LabCollection.Name)]
public sealed class InstallKernelTests(Lab lab) : IDisposable
{
    readonly Shell shell = lab.Fresh();

    [Fact]
    public void The_kernel_is_where_the_user_s_Jupyter_looks_and_goes_when_it_is_taken_away()
    {
        var data = new Dictionary<string, string> { ["JUPYTER_DATA_DIR"] = shell.Path("data") };
        var told = shell.RunUnder(data, "notebook", "install-kernel", "--json").Good().Json();
        var spec = JsonDocument.Parse(File.ReadAllText(shell.Path("data/kernels/workbench/kernel.json"))).RootElement;

        Assert.Equal(shell.Path("data/kernels/workbench"), told.GetProperty("folder").GetString());
        Assert.Equal(["notebook", "kernel", "{connection_file}"], spec.GetProperty("argv").EnumerateArray().Select(word => word.GetString()).TakeLast(3));
        Assert.Equal(("message", "C#"), (spec.GetProperty("interrupt_mode").GetString(), spec.GetProperty("language").GetString()));

        shell.RunUnder(data, "notebook", "install-kernel", "--remove").Good();
        Assert.False(Directory.Exists(shell.Path("data/kernels/workbench")));
        shell.RunUnder(data, "notebook", "install-kernel", "--remove").Refused("WB3078", ExitCode.NotFound);
    }

    [Fact]
    public void Another_program_s_kernel_is_neither_replaced_nor_taken_away()
    {
        Directory.CreateDirectory(shell.Path("env/share/jupyter/kernels/theirs"));
        var file = shell.Write("env/share/jupyter/kernels/theirs/kernel.json", """{"argv": ["other"]}""");

        shell.Run("notebook", "install-kernel", "--prefix", "env", "--name", "theirs").Refused("WB3077", ExitCode.Usage);
        shell.Run("notebook", "install-kernel", "--prefix", "env", "--name", "theirs", "--remove").Refused("WB3077", ExitCode.Usage);
        Assert.Equal("""{"argv": ["other"]}""", File.ReadAllText(file));
        shell.Run("notebook", "install-kernel", "--prefix", "env", "--name", "Ours").Good();
        Assert.True(File.Exists(shell.Path("env/share/jupyter/kernels/ours/kernel.json")));
    }

    [Fact]
    public void Words_that_name_no_kernel_or_two_places_are_refused()
    {
        shell.Run("notebook", "install-kernel", "--prefix", "env", "--name", "a/b").Refused("WB3074", ExitCode.Usage);
        shell.Run("notebook", "install-kernel", "--prefix", "env", "--user").Refused("WB1001", ExitCode.Usage);
        shell.Write("file", "");
        shell.Run("notebook", "install-kernel", "--prefix", "file").Refused("WB3079", ExitCode.Data);
    }

    [Fact]
    public void A_kernel_that_is_to_listen_to_the_world_does_not_start() =>
        shell.Run("notebook", "kernel", Connection("0.0.0.0", out _)).Refused("WB3071", ExitCode.Usage);

    [Fact]
    public void Ctrl_C_does_not_end_a_kernel_and_a_service_manager_s_signal_does()
    {
        var kernel = shell.Start("notebook", "kernel", Connection("127.0.0.1", out var port));
        kernel.Until(() => Answers(port));
        kernel.Interrupt();
        kernel.Interrupt();
        kernel.Until(() => Answers(port));
        kernel.Terminate();
        kernel.Wait(TimeSpan.FromMinutes(1)).Good();
    }

    public void Dispose() => shell.Dispose();

    // One that is connected is greeted as ZMTP does.
    static bool Answers(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, port);
            client.ReceiveTimeout = 30_000;
            return client.GetStream().ReadByte() == 0xFF;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    string Connection(string ip, out int port)
    {
        var free = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        free.ForEach(each => each.Start());
        var ports = free.ConvertAll(each => ((IPEndPoint)each.LocalEndpoint).Port);
        free.ForEach(each => each.Dispose());
        port = ports[0];
        return shell.Write("connection.json", FormattableString.Invariant(
            $$"""{"ip": "{{ip}}", "transport": "tcp", "shell_port": {{ports[0]}}, "control_port": {{ports[1]}}, "iopub_port": {{ports[2]}}, "stdin_port": {{ports[3]}}, "hb_port": {{ports[4]}}, "key": "k"}"""));
    }
}
