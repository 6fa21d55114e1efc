using System.Net;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Jupyter;

/// <summary>A door that stands open at free ports, and what it says.</summary>
public sealed class OpenDoor : IAsyncDisposable
{
    public const string Key = "a0436f6c-1916-498b-8eb9-e81ab9368e84";

    readonly JupyterDoor door;
    readonly Heard said = new();
    readonly CancellationTokenSource stop = new();

    public OpenDoor()
        : this(Key, new ZmtpLimits())
    {
    }

    internal OpenDoor(string key, ZmtpLimits limits)
    {
        door = new JupyterDoor(Kernel, new ConnectionFile(IPAddress.Loopback, 0, 0, 0, 0, 0, key), said, "notebooks/one.ipynb", limits);
        Over = Task.Run(() => door.Run(stop.Token));
    }

    internal ScriptKernel Kernel { get; } = new();

    internal ConnectionFile At => door.Connection;

    internal long Dropped => door.Dropped;

    internal string Said => said.ToString();

    /// <summary>Ends when a front end ends the kernel; whether it wants it back.</summary>
    internal Task<bool> Over { get; }

    internal void Interrupt() => door.Interrupt();

    internal Task<FrontEnd> Connect() => FrontEnd.Connect(At);

    /// <summary>Waits until so many were dropped.</summary>
    internal async Task UntilDropped(long count)
    {
        for (var patience = 0; Dropped < count; patience++)
        {
            Assert.True(patience < 3_000, $"{Dropped} of {count} were dropped: {Said}");
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Over;
        await door.DisposeAsync();
        stop.Dispose();
    }
}
