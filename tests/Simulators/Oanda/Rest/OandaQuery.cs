using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Workbench.Simulators.Oanda;

/// <summary>The parameters behind a path's question mark.</summary>
sealed class OandaQuery(IQueryCollection query)
{
    public string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    public ISet<string>? List(string name) => Text(name)?.Split(',').ToHashSet();

    public ISet<string> NeedList(string name) => List(name) ?? throw BadRequestException.Invalid(name);

    public long? ID(string name) => Text(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw BadRequestException.Invalid(name);

    public long NeedID(string name) => ID(name) ?? throw BadRequestException.Invalid(name);

    public int Count(string name, int otherwise, int most) => ID(name) is not { } count ? otherwise
        : count >= 1 && count <= most ? (int)count : throw BadRequestException.Invalid(name);

    public OandaTime? Time(string name) => Text(name) is not { } text ? null
        : OandaTime.TryParse(text, out var time) ? time : throw BadRequestException.Invalid(name);

    public bool Flag(string name, bool otherwise) => Text(name) is not { } text ? otherwise
        : bool.TryParse(text, out var flag) ? flag : throw BadRequestException.Invalid(name);

    public OrderFilter Filter(string state, params string[] states)
    {
        var wanted = Text("state") ?? state;
        return new OrderFilter
        {
            IDs = List("ids")?.ToHashSet(),
            State = states.Contains(wanted) ? wanted : throw BadRequestException.Invalid("state"),
            Instrument = Text("instrument"),
            Count = Count("count", 50, 500),
            BeforeID = ID("beforeID"),
        };
    }

    /// <summary>Transaction types, where only some are asked for; ORDER stands for all of orders.</summary>
    public Func<Transaction, bool> Kinds() => List("type") is not { } kinds ? _ => true
        : entry => kinds.Contains(entry.Type) || (kinds.Contains("ORDER") && entry.Type.Contains("ORDER", StringComparison.Ordinal));
}
