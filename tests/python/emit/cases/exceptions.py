def careful(f):
    try:
        result = f()
    except (ValueError, KeyError) as e:
        print(e)
        raise
    except OSError:
        return None
    else:
        return result
    finally:
        print('done')
