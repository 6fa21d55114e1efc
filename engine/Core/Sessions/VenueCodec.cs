namespace Workbench.Core;

/// <summary>What venues say, as parts of journal records.</summary>
static class VenueCodec
{
    public static void Write(RecordWriter into, VenueReport report)
    {
        into.Text(report.ClOrdId);
        into.Byte((byte)report.ExecType);
        into.Int64(report.TransactTime);
        into.Text(report.VenueOrderId);
        into.Text(report.Symbol);
        into.Text(report.TradeId);
        into.Byte((byte)report.Side);
        into.Decimal(report.LastQty);
        into.Decimal(report.LastPx);
        into.Bool(report.CumQty is not null);
        into.Decimal(report.CumQty ?? 0m);
        into.Decimal(report.Commission);
        into.Text(report.CommissionCurrency);
        into.Bool(report.AddedLiquidity);
        into.Bool(report.Terms is not null);
        into.Terms(report.Terms ?? None);
        into.Byte((byte)report.RejectReason);
        into.Text(report.Text);
    }

    public static VenueReport Report(ref RecordReader from)
    {
        var report = new VenueReport(from.Text(), (ExecType)from.Byte(), from.Int64())
        {
            VenueOrderId = from.Text(),
            Symbol = from.Text(),
            TradeId = from.Text(),
            Side = (Side)from.Byte(),
            LastQty = from.Decimal(),
            LastPx = from.Decimal(),
            CumQty = Maybe(from.Bool(), from.Decimal()),
            Commission = from.Decimal(),
            CommissionCurrency = from.Text(),
            AddedLiquidity = from.Bool(),
        };
        var hasTerms = from.Bool();
        var terms = from.Terms();
        return report with { Terms = hasTerms ? terms : null, RejectReason = (RejectReason)from.Byte(), Text = from.Text() };
    }

    public static void Write(RecordWriter into, VenueOrder order)
    {
        into.Text(order.ClOrdId);
        into.Text(order.VenueOrderId);
        into.Text(order.Symbol);
        into.Byte((byte)order.Status);
        into.Byte((byte)order.Side);
        into.Byte((byte)order.Type);
        into.Byte((byte)order.TimeInForce);
        into.Terms(order.Terms);
        into.Decimal(order.CumQty);
        into.Int64(order.Time);
        into.List(order.Fills, fill =>
        {
            into.Text(fill.TradeId);
            into.Int64(fill.Time);
            into.Decimal(fill.Qty);
            into.Decimal(fill.Px);
            into.Decimal(fill.Commission);
            into.Text(fill.CommissionCurrency);
            into.Bool(fill.AddedLiquidity);
        });
        into.Text(order.Text);
        into.Byte((byte)order.RejectReason);
    }

    public static VenueOrder Order(ref RecordReader from)
    {
        var order = new VenueOrder(from.Text(), from.Text(), from.Text(), (OrdStatus)from.Byte())
        {
            Side = (Side)from.Byte(),
            Type = (OrderType)from.Byte(),
            TimeInForce = (TimeInForce)from.Byte(),
            Terms = from.Terms(),
            CumQty = from.Decimal(),
            Time = from.Int64(),
        };
        var fills = new VenueFill[from.Int32()];
        for (var i = 0; i < fills.Length; i++)
        {
            fills[i] = new VenueFill(from.Text(), from.Int64(), from.Decimal(), from.Decimal())
            {
                Commission = from.Decimal(), CommissionCurrency = from.Text(), AddedLiquidity = from.Bool(),
            };
        }

        return order with { Fills = fills, Text = from.Text(), RejectReason = (RejectReason)from.Byte() };
    }

    public static void Write(RecordWriter into, VenueState state)
    {
        into.List(state.Orders, order => Write(into, order));
        into.Text(state.Account.Account);
        into.Int64(state.Account.Time);
        into.List(state.Account.Balances, money =>
        {
            into.Decimal(money.Amount);
            into.Text(money.Currency);
        });
        into.List(state.Account.Positions, position =>
        {
            into.Text(position.Symbol);
            into.Decimal(position.Qty);
            into.Decimal(position.AvgPx);
        });
        into.Bool(state.Account.MayTrade);
        into.Bool(state.Account.MayWithdraw);
    }

    public static VenueState State(ref RecordReader from)
    {
        var orders = new VenueOrder[from.Int32()];
        for (var i = 0; i < orders.Length; i++)
        {
            orders[i] = Order(ref from);
        }

        var account = new VenueAccount(from.Text(), from.Int64());
        var balances = new Money[from.Int32()];
        for (var i = 0; i < balances.Length; i++)
        {
            balances[i] = new Money(from.Decimal(), from.Text());
        }

        var positions = new VenuePosition[from.Int32()];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = new VenuePosition(from.Text(), from.Decimal(), from.Decimal());
        }

        return new VenueState(orders, account with { Balances = balances, Positions = positions, MayTrade = from.Bool(), MayWithdraw = from.Bool() });
    }

    static readonly OrderTerms None = new(0m, 0m, 0m);

    static decimal? Maybe(bool has, decimal value) => has ? value : null;
}
