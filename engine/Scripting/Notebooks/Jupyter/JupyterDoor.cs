using System.Net;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// The door through which Jupyter's front ends come to a kernel: five sockets at the ports of the connection file
/// (jupyter-client.readthedocs.io/en/stable/messaging.html and /kernels.html). Whatever comes in that is not signed, not whole or not understood
/// is dropped with a line and counted; the door and the kernel live on.
/// </summary>
public sealed class JupyterDoor : IAsyncDisposable
{
    const string Request = "_request";

    readonly DropLog log;
    readonly JupyterCodec codec;
    readonly RequestQueue shellQueue = new();
    readonly RequestQueue controlQueue = new();
    readonly RouterSocket shell;
    readonly RouterSocket control;
    readonly RouterSocket stdin;
    readonly PublisherSocket output;
    readonly HeartbeatSocket heartbeat;
    readonly Iopub iopub;
    readonly Execution execution;
    readonly RequestDesk desk;
    readonly TaskCompletionSource<bool> told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Binds the sockets; nobody is answered before <see cref="Run"/>.</summary>
    /// <param name="kernel">What runs the cells; stays the caller's.</param>
    /// <param name="at">Where to listen, and the key.</param>
    /// <param name="lines">Where it is said what was dropped.</param>
    /// <param name="notebook">The notebook's path, where its folder is not the working folder; null else.</param>
    /// <exception cref="WorkbenchException">WB3073: a port is taken.</exception>
    public JupyterDoor(IKernel kernel, ConnectionFile at, TextWriter lines, string? notebook = null)
        : this(kernel, at, lines, notebook, new ZmtpLimits())
    {
    }

    internal JupyterDoor(IKernel kernel, ConnectionFile at, TextWriter lines, string? notebook, ZmtpLimits limits)
    {
        log = new DropLog(lines);
        codec = new JupyterCodec(at.Key);
        shell = new RouterSocket("shell", At(at.ShellPort), limits, log, (from, parts) => Take("shell", shellQueue, from, parts));
        control = new RouterSocket("control", At(at.ControlPort), limits, log, (from, parts) => Take("control", controlQueue, from, parts));
        stdin = new RouterSocket("stdin", At(at.StdinPort), limits, log, (_, _) => Unasked());
        output = new PublisherSocket("iopub", At(at.IopubPort), limits, log);
        heartbeat = new HeartbeatSocket("heartbeat", At(at.HeartbeatPort), limits, log);
        Connection = at with { ShellPort = shell.Port, ControlPort = control.Port, StdinPort = stdin.Port, IopubPort = output.Port, HeartbeatPort = heartbeat.Port };
        iopub = new Iopub(output, codec);
        var history = new CellHistory();
        execution = new Execution(kernel, iopub, shellQueue, history, notebook);
        desk = new RequestDesk(kernel, execution, iopub, history);

        IPEndPoint At(int port) => new(at.Address, port);
    }

    /// <summary>Where it listens.</summary>
    public ConnectionFile Connection { get; }

    /// <summary>How many messages and peers were not taken so far.</summary>
    public long Dropped => log.Count;

    IEnumerable<ZmtpSocket> Sockets => [heartbeat, output, stdin, control, shell];

    /// <summary>Tells the running cell to stop, as a front end's interrupt does.</summary>
    public void Interrupt() => execution.Interrupt();

    /// <summary>Answers until a front end ends the kernel or the caller stops it; a cell that runs then is told to stop.</summary>
    /// <returns>Whether the front end means to start it again.</returns>
    public async Task<bool> Run(CancellationToken stop)
    {
        foreach (var socket in Sockets)
        {
            socket.Open();
        }

        iopub.Status("starting", JupyterCodec.NoParent);
        using var over = new CancellationTokenSource();
        await using var stopped = stop.Register(() => told.TrySetResult(false)).ConfigureAwait(false);
        var shellWork = Work("shell", shellQueue, desk.Shell, over.Token);
        var controlWork = Work("control", controlQueue, request => Task.FromResult(desk.Control(request)), over.Token);
        // The first two end only by a bug, which is to be seen.
        await (await Task.WhenAny(shellWork, controlWork, told.Task).ConfigureAwait(false)).ConfigureAwait(false);
        var isRestart = await told.Task.ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        execution.Interrupt();
        return isRestart;
    }

    /// <summary>Sends what waits and frees the ports.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(Sockets.Select(socket => socket.DisposeAsync().AsTask())).ConfigureAwait(false);

    async ValueTask Take(string name, RequestQueue queue, ZmtpConnection from, IReadOnlyList<byte[]> parts)
    {
        JupyterMessage request;
        try
        {
            request = codec.Decode(from, parts);
        }
        catch (Exception refused) when (refused is InvalidDataException or InvalidOperationException)
        {
            log.Drop(name, refused.Message);
            return;
        }

        await queue.Add(request).ConfigureAwait(false);
    }

    ValueTask Unasked()
    {
        log.Drop("stdin", "no input was asked for");
        return ValueTask.CompletedTask;
    }

    async Task Work(string name, RequestQueue queue, Func<JupyterMessage, Task<JsonObject?>> answer, CancellationToken over)
    {
        await foreach (var request in queue.All(over).ConfigureAwait(false))
        {
            iopub.Status("busy", request.Header);
            var content = await Answer(request, answer).ConfigureAwait(false);
            if (content is not null && request.Type.EndsWith(Request, StringComparison.Ordinal))
            {
                request.From.Send(ZmtpWire.Encode(codec.Encode(request.Envelope, request.Type[..^Request.Length] + "_reply", request.Header, content)));
            }
            else if (content is null && !request.Type.StartsWith("comm_", StringComparison.Ordinal))
            {
                log.Drop(name, $"a {request.Type} is not understood");
            }

            iopub.Status("idle", request.Header);
            if (request.Type == "shutdown_request" && content?["restart"] is { } restart)
            {
                told.TrySetResult(restart.GetValue<bool>());
            }
        }
    }

    async Task<JsonObject?> Answer(JupyterMessage request, Func<JupyterMessage, Task<JsonObject?>> answer)
    {
        try
        {
            return await answer(request).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // Whatever it is, it is one request's: the front end is told, and the next one is served.
            log.Drop(request.Type, failure.Message);
            return ErrorJson.Answer(failure);
        }
    }
}
