using Microsoft.AspNetCore.Connections;

namespace Workbench.Simulators;

/// <summary>The connections that are open, so that a restart can break them all.</summary>
sealed class ConnectionList
{
    readonly Lock gate = new();
    readonly HashSet<ConnectionContext> open = [];
    long refuseUntil;

    /// <summary>Kestrel's way to stand before what serves a connection.</summary>
    public ConnectionDelegate Watch(ConnectionDelegate next) => async connection =>
    {
        if (Environment.TickCount64 < Interlocked.Read(ref refuseUntil))
        {
            connection.Abort();
            return;
        }

        lock (gate)
        {
            open.Add(connection);
        }

        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            lock (gate)
            {
                open.Remove(connection);
            }
        }
    };

    public void RefuseUntil(TimeSpan down) => Interlocked.Exchange(ref refuseUntil, Environment.TickCount64 + (long)down.TotalMilliseconds);

    public void AbortAll()
    {
        ConnectionContext[] all;
        lock (gate)
        {
            all = [.. open];
        }

        foreach (var connection in all)
        {
            connection.Abort();
        }
    }
}
