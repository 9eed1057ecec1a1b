"""native = durable = definition, on as many random cases as asked for."""
