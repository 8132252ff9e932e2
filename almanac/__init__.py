"""Time in Hesse: Berlin's clock, German dates, holidays, the funding year."""
