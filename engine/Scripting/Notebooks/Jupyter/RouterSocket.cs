using System.Net;

namespace Workbench.Scripting.Notebooks;

/// <summary>ROUTER: takes requests from many peers and answers each to the one that asked. Whatever takes the messages may take its time.</summary>
sealed class RouterSocket(string name, IPEndPoint at, ZmtpLimits limits, DropLog log, Func<ZmtpConnection, IReadOnlyList<byte[]>, ValueTask> received)
    : ZmtpSocket(name, at, limits, log)
{
    public override string Type => "ROUTER";

    public override IReadOnlyList<string> Partners { get; } = ["DEALER", "REQ", "ROUTER"];

    public override ValueTask Received(ZmtpConnection from, IReadOnlyList<byte[]> parts) => received(from, parts);
}
