using System.Threading.Channels;

namespace Workbench.Scripting.Notebooks;

/// <summary>Requests of one socket in the order in which they came. Full, it lets the peers wait.</summary>
sealed class RequestQueue
{
    readonly Channel<JupyterMessage> waiting = Channel.CreateBounded<JupyterMessage>(1_024);
    long newest;

    /// <summary>Number of the request that came last.</summary>
    public long Newest => Interlocked.Read(ref newest);

    public ValueTask Add(JupyterMessage request) => waiting.Writer.WriteAsync(request with { Number = Interlocked.Increment(ref newest) });

    public IAsyncEnumerable<JupyterMessage> All(CancellationToken stop) => waiting.Reader.ReadAllAsync(stop);
}
